"""Nouns that show the type of an entity, inside its name or beside it.

Owns the nouns of organizations, places, events and works. Written for this project. In measurements, longer
lists gave no better results.
"""

from __future__ import annotations

from reader.annotate.lexicon.word_set import word_set

ORGANIZATION_ENDINGS = word_set(
    """Academy Administration Agency Airline Airlines Airways Alliance Arts Assembly Associates Association
    Athletics Authority Automobile Bancorp Bank Bancshares Board Brewery Brewing Broadcasting Brigade
    Brigades Brothers Bureau Cabinet Campaign Capital Cartel Cathedral Catholic Center Centre Chamber
    Chambers Charity Church Circuit Clinic Club Clubs Coalition Collective College Colleges Command
    Commission Commissions Committee Committees Communications Community Company Confederation Congress
    Congregation Conservancy Consortium Constabulary Construction Consultancy Consulting Convention
    Co-operative Cooperative Corporation Corp Corps Council Councils Court Courts Crew Daily Department
    Departments Diocese Directorate Division Electric Electronics Embassy Energy Engineering Enterprise
    Enterprises Entertainment Establishment Exchange Executive Express Faculty Federation Fellowship Films
    Finance Financial Firm Force Forces Forum Foundation Front Fund Funds Gazette Government Group Groups
    Guard Guild Health Healthcare Herald High Holdings Hospital Hospitals Hotels House Houses Inc
    Incorporated Industries Initiative Institute Institutes Institution Institutions Insurance International
    Investment Investments Journal Judiciary Laboratories Laboratory Labs League Legion Legislature Library
    LLC LLP Ltd Limited Logistics Magazine Mail Mart Media Mills Ministry Ministries Mission Mosque Motors
    Movement Museum Navy Army Network Networks News Newspaper Newspapers Observatory Observer Office Offices
    Opera Orchestra Order Organisation Organisations Organization Organizations Parliament Partners
    Partnership Party Petroleum Pharma Pharmaceuticals Philharmonic Pictures Platform Police Polytechnic Post
    Press Productions Program Programme Publications Publishers Publishing Radio Records Regiment Register
    Resources Restaurant Restaurants Review School Schools Secretariat Securities Seminary Senate Service
    Services Shipping Society Societies Solutions Squad Squadron Studio Studios Syndicate Synod System
    Systems Taskforce Team Technologies Technology Telecom Telegraph Television Theater Theatre Times
    Tribunal Tribune Trust TV Union Unions United Universities University Varsity Ventures Watch Weekly Wing
    Workers Works Xpress FC F.C. SC AFC CF Rovers Rangers City Wanderers AG SA S.A. GmbH Plc plc PLC Pvt Co
    N.V. SpA SE Bros Bhd Berhad Sdn NGO Universiti Université Universidad Universidade Universität Università
    Institut Instituto Ministerio Ministério Partido Asociación Fundación Comisión Consejo Banco Banque
    Organización Federación Lycée Junta Archdiocese Monastery Nunciature Caucus Cell Militia Cooperatives
    Observatorio Factory Prison Symphony Chronicle Sun Sports Survey Digital Lines Line Foods Oil Gas Steel
    Mining Minerals Motor Gaming Analytics Software Pharmacy Bakery Brands Beverages Textiles Realty
    Properties Carriers Cement Power Telecommunications Semiconductor Biotech Therapeutics Bookstore Ensemble
    Ballet Choir Band Choirs Sector Unit Gifts Designs Secretaries Desk Ratings Racing Circus Dal Sabha Samaj
    Sangh Archive Archives Panel Parishad Morcha Parivar Asset Motorsport Recordings"""
)
"""Last words of organization names."""
ORGANIZATION_HEADS = ORGANIZATION_ENDINGS | word_set(
    """Confederation Reserve Friends Daughters Sons Doctors Reporters Knights Sisters Brothers Bar Chamber
    Chancellery Citadel"""
)
"""Nouns before `of`, `for` or `on` in an organization name: `Bank of X`, `Centre for Y`."""
PLACE_ENDINGS = word_set(
    """Airport Alley Archipelago Arena Atoll Avenue Ave Basin Bay Beach Boulevard Blvd Bridge Building Canal
    Canyon Cape Castle Cave Caves Cemetery Channel Cliff Coast Corridor County Cove Creek Crescent Crossing
    Dam Delta Desert District Docks Drive Estate Falls Farm Field Fields Fjord Forest Fort Garden Gardens
    Gate Glacier Gorge Governorate Gulf Harbor Harbour Heights Highway Hill Hills Hotel Hall Inlet Island
    Islands Isle Isles Junction Kingdom Lagoon Lake Lakes Lane Lighthouse Mall Market Memorial Mine Monument
    Mountain Mountains Mount Municipality Oasis Ocean Palace Park Parkway Pass Peak Peninsula Pier Plain
    Plains Plateau Plaza Point Pond Port Prefecture Promenade Province Quarter Quay Range Ranch Reef Region
    Reserve Reservoir Resort Ridge River Rivers Road Rd Rock Route Ruins Sea Shore Shrine Square Stadium
    State Station Strait Straits Street St Stream Suburb Swamp Temple Terminal Territory Territories Tomb
    Tower Towers Town Township Trail Tunnel Turnpike Valley Village Villa Volcano Wall Ward Waterfall
    Waterfront Way Wetland Wetlands Woods Zone Zoo Barangay City Oblast Voivodeship Shire Borough Republic
    Emirate Emirates Abbey Basilica Chapel Mansion Manor Expressway Freeway Interstate Motorway Metro
    Seminary Sub-county Taluk Tehsil Zila Upazila Locality Roundabout Circle Kibbutz Mosque Stadiums Airports
    Municipalities Districts Provinces Counties Villages Regions"""
)
"""Last words of place names."""
PLACE_HEADS = word_set(
    """Mount Mt Lake Cape Port Fort Camp San Santa Santo São Sao Saint St Ste Isle Gulf Bay Strait Rio Río
    Puerto Villa El Las Los La Le Sri New North South East West Northern Southern Eastern Western Upper Lower
    Central Point Costa Nova Nueva Tel Beit Deir Wadi Ras Jebel Kampung Kota Ulu Ciudad Bahía Bahia Torre
    Parque Calle Paseo Ave Plaza Avenida Rue Plac Via Piazza Playa Isla Islas Lago Cerro Monte Val Barrio
    Colonia Nakhon Mae Chiang Koh Ko Ban Ulaan Debra Rosh Kfar Bab Qasr Umm Bir Oued Djebel Kuala Pulau Bukit
    Tanjung Sungai Gunung Nuevo Pueblo Valle Château Chateau Mont Saint-Denis Pointe Île Ile Baie Dar Khan
    Kot Tell Ain Abu-Dhabi Jabal Khirbeta Novi Bad Burg Sint Santiago"""
)
"""First words of place names. Weak evidence alone."""
EVENT_ENDINGS = word_set(
    """Cup Games Olympics Paralympics Olympic Championship Championships Tournament Festival Fair Carnival
    Parade Marathon Rally Prix Derby Open Masters Final Finals War Wars Battle Revolution Uprising Rebellion
    Revolt Massacre Genocide Holocaust Famine Summit Expo Exhibition Biennale Biennial Congress Crisis
    Disaster Earthquake Hurricane Typhoon Cyclone Pandemic Day Week Month Eve Year Christmas Easter Ramadan
    Eid Diwali Hanukkah Passover Thanksgiving Halloween Awards Award Prize Prizes Medal Oscar Oscars Emmy
    Grammys Trophy Shield Spring Ceremony Referendum Election Elections Convention Ball Gala Concert Tour
    Show Race Season Series Conference Olympiad Olympiads"""
)
"""Last words of event names."""
HOLIDAYS = word_set(
    """Christmas Easter Ramadan Eid Diwali Hanukkah Passover Thanksgiving Halloween Advent Pentecost Nowruz"""
)
WORK_ENDINGS = word_set(
    """Act Bill Law Code Constitution Treaty Accord Accords Agreement Pact Protocol Declaration Charter
    Amendment Convention Directive Regulation Resolution Plan Policy Programme Project Report Index Study
    Bible Quran Koran Torah Gospel Book Novel Song Album Symphony Sonata Concerto Strategy Framework Roadmap
    Agenda Scheme Doctrine Principle Theory Theorem Effect Syndrome Disease Virus Language Degree PhD
    Scholarship Manifesto Deal Program Model System Line Edition Vol Volume Chapter Article Section Ordinance
    Decree Rules Guidelines Goals Visa Passport Goal"""
)
"""Last words of the names of works, laws and treaties."""
ORGANIZATION_NOUNS = word_set(
    """company firm group organisation organization agency corporation bank party charity ngo foundation union
    association club team network newspaper magazine broadcaster channel publisher website airline carrier
    manufacturer retailer startup start-up subsidiary conglomerate operator developer maker supplier movement
    militia coalition alliance institute university college school ministry department committee commission
    council court board federation league band label studio institution regulator watchdog body outlet brand
    lender insurer supermarket nonprofit think-tank tabloid daily weekly cooperative consortium faction
    organisers producer side giant chain utility brewery brewer miner startups platform enterprise business
    fintech marketplace duo trio quartet quintet orchestra ensemble collective consultancy store restaurant
    hospital"""
)
"""Common nouns for an organization, beside its name: `the company X`."""
PLACE_NOUNS = word_set(
    """city town village capital province state county district region island country nation suburb
    neighbourhood neighborhood municipality port river lake mountain valley desert sea bay resort peninsula
    archipelago territory continent republic borough township kingdom area settlement hamlet outskirts border
    coast beach street quarter prefecture governorate community hub enclave metropolis airport north south
    east west northern southern eastern western downtown central nearby slum harbour harbor park volcano"""
)
"""Common nouns for a place, beside its name: `the town of X`."""
PREPOSITIONS_OF_PLACE = word_set(
    """in near across throughout outside inside around within toward towards into beyond"""
)
POSSESSORS = word_set(
    """People Peoples Children Women Men Workers Worker Farmers King Queen Lord Master Teachers Veterans
    Player Students Student Writers Mother Nurses Lawyers Bishop Prince"""
)
"""Words before `'s` inside a name: `People's Party`."""
STREET_NOUNS = word_set(
    """Alley Avenue Bay Bluff Brook Corner Court Cove Creek Ferry Gate Green Hill Lane Landing Park Point Road
    Row Square Street Walk Way Wharf Yard"""
)
"""Nouns of places named after somebody: `Brewer's Lane`."""
HEADS_BEFORE_OF = ORGANIZATION_HEADS | word_set(
    """Battle Treaty Declaration Day Festival Feast Law Republic Bay Gulf Isle Strait Cape Kingdom Emirate
    Duke Duchess Earl Prince Princess Archbishop Statute Charter Convention Journal Rock Tower Temple Hall
    Palace Municipality City Line Sea Ministers Deputies Representatives Bill Code Siege Lord Lady Port
    Year Panel Register Archive Archives Grandmothers Mothers
    Games League Sultanate Principality Faculty Cathedral Bank Voice Islands Coast Valley Lake Mount Horn
    Straits Museum Knights Game House Castle Book Gospel"""
)
"""Nouns before `of` inside a name."""
PLACE_KINDS_BEFORE_OF = word_set(
    """City Town Village Republic Kingdom State Province County District Commonwealth Isle"""
)
"""Kinds of places before `of` and the name of the place: `City of X`."""
HEADS_BEFORE_AND = word_set(
    """Ministry Department Office Bureau Institute Centre Center Committee Commission Council Faculty School
    College Association Agency Federation Board Academy Society Union Secretariat Division Directorate
    Organization Organisation University Chamber Foundation Program Programme Fund Conference Network Trust
    Unit Sector Initiative Forum Ministries Departments Court House Parliament"""
)
"""Nouns of bodies whose names may contain `and`: `Ministry of Trade and Industry`."""
HEADS_BEFORE_ON = word_set(
    """Commission Committee Council Conference Convention Office Summit Forum Authority Panel Institute
    Programme Program Center Centre Foundation Alliance Partnership Initiative Agreement Treaty Protocol
    Declaration Law Act Bureau Agency Board Network Coalition Campaign"""
)
"""Nouns before `on` inside a name: `Commission on Rivers`."""
WORDS_AFTER_ORGANIZATION = word_set(
    """shares spokesman spokeswoman spokesperson employees workers executives members headquarters stock
    players fans supporters lawmakers chairman chairwoman CEO president boss coach manager director
    shareholders leadership investigators officials board personnel staff website daily newspaper magazine
    columnist journalist reporter correspondent party company group agency union foundation club network
    customers subsidiary"""
)
"""What organizations have: `the X's shares`, `X employees`."""
WORDS_AFTER_PLACE = word_set(
    """district town province municipality region county area river village island islands state city
    prefecture suburb neighbourhood neighborhood valley desert lake mountains coast peninsula constituency
    taluk tehsil airport border governorate metro township street station highway bridge dam railroad
    railway campus aimag locality empire kingdom archipelago oblast canton emirate plateau basin canal
    square beach forest reserve temple fort park suburbs creek gorge cave hills mountain strait gulf"""
)
"""Kinds of places after their name: `the X district`."""
NOUNS_OF_PLACE = word_set(
    """mayor governor people residents resident citizens citizen streets parts part king queen emperor ruler
    north south east west outskirts coast centre center heart government president kingdom invasion
    occupation shores map population siege bombing"""
)
"""Nouns before `of` and a place: `the people of X`."""
NOUNS_OF_ORGANIZATION = word_set(
    """ceo CEO CFO COO chairman chairwoman chairperson chair director executive head founder co-founder
    spokesman spokeswoman spokesperson member members employee employees manager subsidiary shareholder
    shareholders owner owners unit arm branch lawyer lawyers partner dean graduate professor researcher
    analyst economist headquarters offices customers fans supporters leader leadership secretary-general
    vice-president board works worked working plays played"""
)
"""Nouns before `of`, `at` or `for` and an organization: `an analyst at X`."""
FACILITIES = word_set(
    """Hospital Hospitals House Museum Mosque Prison Centre Center Cathedral Theatre Theater Restaurant
    Restaurants Hotel Hotels Library Clinic Monastery Factory Gallery Tavern Cafe Café Bar Inn Lodge Nursery
    Mill Plant Warehouse Barracks Terminal Station Laboratory Observatory Casino Chapel Synagogue Church
    Temple Embassy Municipality"""
)
"""Buildings that are also organizations; the words before the name decide."""
WORDS_AFTER_SURNAME = word_set(
    """regime family administration dynasty brothers sisters clan presidency era years campaign estate
    loyalists"""
)
"""Nouns after a surname: `the X regime`."""
SURNAME_ENDINGS = word_set(
    """Hill Hills Park Field Fields Woods Hall Wall Ward Lane Rivers Post Day Bridge Forest Rock Price Law
    Bell Case Lake Pond Church House Bishop Cross Street Temple Guard Chambers Crew Point Pass Page Gates
    Banks Castle Bank Wing West Lodge Abbey Gardens Mills Bay Beach Booker Marsh Way Range Villa Mall Peak
    Manor Shield Ball Spring Young Best Show Race Power Stone Marathon Brothers"""
)
"""Surnames that are also nouns for places or organizations."""

TYPE_ENDINGS = ORGANIZATION_ENDINGS | PLACE_ENDINGS | EVENT_ENDINGS | WORK_ENDINGS
"""All last words of names that are not of persons."""
FOREIGN_HEADS = word_set(
    """Centro Centre Frente Partido Movimiento Movimento Asociación Associação Association Associazione
    Colectivo Academia Académie Academie Accademia Instituto Institut Istituto Universidad Universidade
    Université Università Universität Universitas Escuela Escola École Banco Banque Banca Ministerio
    Ministério Ministère Fundación Fundação Fondation Fondazione Cámara Câmara Consejo Conselho Conseil
    Comité Comitê Comisión Comissão Confederación Federación Federação Fédération Sindicato Unión União
    Prensa Imprensa Grupo Groupe Gruppo Société Sociedad Compagnie Compañía Cooperativa Coordinadora Jamia
    Darul Hizb Jamaat Tehreek Lashkar Deutsche Deutscher Stiftung Verein Gesellschaft Club Cruz Médecins
    Observatorio Galería Museo Musée Teatro Théâtre Biblioteca"""
)
"""First words of organization names in languages where the noun comes first."""
