"""Words that say what a name beside them is.

Owns the closed classes: titles, roles, the last words of the names of organisations and places, verbs of
speech. Written for this project; each is short because longer ones were measured to bring nothing.
"""

from __future__ import annotations


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


FUNCTION = _set(
    """
    a about above across after again against all almost along already also although always am among an
    and another any anyone anything are around as at away back be because been before behind being below
    between both but by came can cannot could despite did do does doing done down during each earlier
    either else even ever every everyone everything few finally first following for former formerly from
    further get given go had has have he hence her here hers herself him himself his how however i if in
    indeed inside instead into is it its itself just last lastly later latest least less let made make
    many may maybe me meanwhile might more moreover most much must my myself near nearly neither never
    nevertheless next no nobody none nor not nothing now of off often on once one only onto or other
    others our ours out outside over own per perhaps rather same second secondly see several shall she
    should similarly since so some somebody someone something soon still such than that the their theirs
    them themselves then there thereafter therefore these they third this those though three through
    throughout thus to today together tomorrow tonight too toward towards two under unless unlike until
    up upon us very via was we well were what whatever when whenever where whereas wherever whether
    which while who whoever whole whom whose why will with within without would yes yesterday yet you
    your yours hello hi hey ah oh aha wow ok okay thank thanks please sorry dear according additionally
    consequently accordingly apart aside besides currently recently originally previously subsequently
    specifically generally unfortunately fortunately interestingly importantly addressing speaking asked
    born based founded using including regarding concerning considering amid amidst i'm i've i'd it's
    that's there's we're we've don't didn't can't won't isn't he's she's they're what's you're let's
    who's here's four five six seven eight nine ten twelve twenty hundreds thousands millions dozens
    """
)
WEEKDAYS = _set(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays
    Fridays Saturdays Sundays Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
    """
)
MONTHS = _set(
    """
    January February March April May June July August September October November December Jan Feb Mar
    Apr Jun Jul Aug Sep Sept Oct Nov Dec
    """
)
COURTESY = _set(
    """
    Mr Mrs Ms Miss Mx Dr Prof Professor Sir Dame Rev Reverend Fr Sr Hon Honourable Honorable Messrs Mme
    Madame Monsieur Mlle Herr Frau Señor Señora Don Doña Sheikh Shaikh Sheik Sayyid Ayatollah Imam
    Mullah Maulana Mufti Rabbi Pastor Father Brother Sister Mother Bishop Archbishop Cardinal Pope
    Prince Princess King Queen Emperor Empress Sultan Emir Tsar Duke Duchess Baron Baroness Count
    Countess Earl Marquess Lord Lady Chief Alhaji Hajiya Haji Datuk Dato Datin Tan Tun Shri Shrimati Smt
    Sri Adv Engr Arch Barrister Uncle Aunt Auntie Mama Papa Comrade Hajj Judge Justice Magistrate Gen
    Col Maj Lt Capt Cpl Sgt Adm Cmdr Pvt Supt Insp Det Sen Rep Gov Pres Amb Msgr Guru Swami
    """
)
"""Words before a name that make it a person's and are left out of it."""
ROLES = _set(
    """
    President Minister Premier Chancellor Senator Representative Congressman Congresswoman
    Congressmember Governor Mayor Secretary Secretary-General Director Director-General General Colonel
    Major Captain Lieutenant Sergeant Corporal Admiral Commander Commodore Brigadier Marshal Officer
    Constable Inspector Superintendent Commissioner Sheriff Detective Chairman Chairwoman Chairperson
    Chair CEO CFO COO CTO MD VP MP MPs MLA MEP MPP MK Executive Manager Coordinator Ambassador Envoy
    Consul Attorney Lawyer Advocate Prosecutor Ombudsman Speaker Spokesman Spokeswoman Spokesperson
    Deputy Undersecretary Councillor Councilman Councilwoman Councilor Alderman Delegate Member Leader
    Head Founder Co-founder Cofounder Editor Editor-in-Chief Journalist Reporter Correspondent Columnist
    Author Writer Poet Novelist Actor Actress Singer Rapper Musician Composer Conductor Artist Painter
    Sculptor Photographer Filmmaker Producer Coach Striker Midfielder Defender Goalkeeper Winger
    Quarterback Pitcher Professor Lecturer Dean Principal Headmaster Vice-Chancellor Vice-President
    Provost Rector Scientist Researcher Economist Historian Analyst Physicist Engineer Doctor Nurse
    Surgeon Coroner Bishop Archbishop Pastor Imam Rabbi Chief Councilmember Assemblyman Assemblywoman
    Legislator Lawmaker Treasurer Registrar Auditor Comptroller Controller Adviser Advisor Counsel
    Counselor Rapporteur Crown Prince Queen King Princess Justice Judge Magistrate Sultan Emir Chef Host
    Anchor Presenter Activist Campaigner Businessman Businesswoman Entrepreneur Billionaire Tycoon
    Dictator Warlord Whistleblower Sheikh Dr Mr Mrs Ms Capt Prof Gen Col Lt Maj Sgt Cmdr Sir Lord Lady
    Dame Candidate Nominee Congressmen Senators DG Brig Lt-General Lt-Gen Lt-Col Maj-Gen Maj-General
    Major-General Brigadier-General Co-organizer Co-chair Co-director Co-owner Co-author
    Inspector-General Attorney-General Auditor-General Surgeon-General Governor-General
    Solicitor-General Accountant-General Under-Secretary Undersecretaries Secretaries Directors
    Commissioners Amir Monarch Vice-Chair Vice-Chairman Lecturers Professors Doctors Spokespersons
    Presidents Ministers Governors Admirals Generals Premiers Taoiseach Tánaiste Foreman
    Superintendent-General Tsar Specialist Warden Curator Librarian Archivist Naturalist Botanist
    Biologist Astronomer Mathematician Philosopher Chaplain Ruler MEC MECs Rulers Chairs CPO CIO CRO
    Owner President-elect Treasurers
    """
)
"""Capitalised nouns for what somebody is; before a name they are left out of it."""
ROLE_PARTS = _set(
    """
    Prime Vice Deputy Acting Former Ex Ex-President Senior Junior Assistant Associate Chief First Second
    Lady Foreign Finance Defence Defense Interior Health Education Home Agriculture Trade Transport
    Energy Environment Justice Labour Labor Tourism Culture Information Communications Communication
    Police Permanent Principal Executive Managing Operating Financial Technical Regional National State
    Federal Provincial District County City Municipal General Attorney Solicitor Supreme Grand Lord
    Majority Minority House Senate Opposition Party Press Media Program Programme Project Research
    Science Sports Sport Youth Women Economic Development Planning Security Special Political Military
    Army Navy Air Force Nobel Republican Democratic Democrat Conservative Liberal Team Head Marketing
    Sales Human Resources Public Relations Affairs External Internal Water Works Housing Land Lands
    Industry Commerce Immigration Local Government Premier Crown Under Elect Union Cabinet
    Chief-of-Staff Honorary Founding Co Lead Staff Medical Clinical Nursing Legal Creative Artistic
    Musical Technology Digital Administrative Ministerial Outgoing Incoming Interim Late Then Current
    Legendary Veteran Incumbent Longtime Visiting Emeritus Distinguished Presidential
    """
)
"""Words that stand before a role and belong to it: `Deputy Prime Minister`."""
ORG_TAILS = _set(
    """
    Academy Administration Agency Airline Airlines Airways Alliance Arts Assembly Associates Association
    Athletics Authority Automobile Bancorp Bank Bancshares Board Brewery Brewing Broadcasting Brigade
    Brigades Brothers Bureau Cabinet Campaign Capital Cartel Cathedral Catholic Center Centre Chamber
    Chambers Charity Church Circuit Clinic Club Clubs Coalition Collective College Colleges Command
    Commission Commissions Committee Committees Communications Community Company Conference
    Confederation Congress Congregation Conservancy Consortium Constabulary Construction Consultancy
    Consulting Convention Co-operative Cooperative Corporation Corp Corps Council Councils Court Courts
    Crew Daily Department Departments Diocese Directorate Division Electric Electronics Embassy Energy
    Engineering Enterprise Enterprises Entertainment Establishment Exchange Executive Express Faculty
    Federation Fellowship Films Finance Financial Firm Force Forces Forum Foundation Front Fund Funds
    Gazette Government Group Groups Guard Guild Health Healthcare Herald High Holdings Hospital
    Hospitals Hotels House Houses Inc Incorporated Industries Initiative Institute Institutes
    Institution Institutions Insurance International Investment Investments Journal Judiciary
    Laboratories Laboratory Labs League Legion Legislature Library LLC LLP Ltd Limited Logistics
    Magazine Mail Mart Media Mills Ministry Ministries Mission Mosque Motors Movement Museum Navy Army
    Network Networks News Newspaper Newspapers Nation Nations Observatory Observer Office Offices Opera
    Orchestra Order Organisation Organisations Organization Organizations Parliament Partners
    Partnership Party Petroleum Pharma Pharmaceuticals Philharmonic Pictures Platform Police Polytechnic
    Post Press Productions Program Programme Publications Publishers Publishing Radio Records Regiment
    Register Resources Restaurant Restaurants Review School Schools Secretariat Securities Seminary
    Senate Service Services Shipping Society Societies Solutions Squad Squadron Studio Studios Syndicate
    Synod System Systems Taskforce Team Technologies Technology Telecom Telegraph Television Theater
    Theatre Times Tribunal Tribune Trust TV Union Unions United Universities University Varsity Ventures
    Watch Weekly Wing Workers Works Xpress FC F.C. SC AFC CF Rovers Rangers City Wanderers AG SA S.A.
    GmbH Plc plc PLC Pvt Co N.V. SpA SE Bros Bhd Berhad Sdn NGO Universiti Université Universidad
    Universidade Universität Università Institut Instituto Ministerio Ministério Partido Asociación
    Fundación Comisión Consejo Banco Banque Organización Federación Lycée Junta Archdiocese Monastery
    Nunciature Caucus Cell Militia Cooperatives Observatorio Factory Prison Symphony Chronicle Sun Star
    Sports Survey Digital Lines Line Foods Oil Gas Steel Mining Minerals Motor Gaming Analytics Software
    Pharmacy Bakery Brands Beverages Textiles Realty Properties Carriers Cement Power Telecommunications
    Semiconductor Biotech Therapeutics Bookstore Ensemble Ballet Choir Band Choirs Sector Unit Gifts
    Designs Secretaries Desk
    """
)
ORG_HEADS = ORG_TAILS | _set(
    """
    Confederation Reserve Friends Daughters Sons Doctors Reporters Knights Sisters Brothers Bar Chamber
    Chancellery Citadel
    """
)
"""Nouns that take `of`, `for` or `on` inside a name: `Bank of X`, `Centre for Y`."""
PLACE_TAILS = _set(
    """
    Airport Alley Archipelago Arena Atoll Avenue Ave Basin Bay Beach Boulevard Blvd Bridge Building
    Canal Canyon Cape Castle Cave Caves Cemetery Channel Cliff Coast Corridor County Cove Creek Crescent
    Crossing Dam Delta Desert District Docks Drive Estate Falls Farm Field Fields Fjord Forest Fort
    Garden Gardens Gate Glacier Gorge Governorate Gulf Harbor Harbour Heights Highway Hill Hills Hotel
    Hall Inlet Island Islands Isle Isles Junction Kingdom Lagoon Lake Lakes Lane Lighthouse Mall Market
    Memorial Mine Monument Mountain Mountains Mount Municipality Oasis Ocean Palace Park Parkway Pass
    Peak Peninsula Pier Plain Plains Plateau Plaza Point Pond Port Prefecture Promenade Province Quarter
    Quay Range Ranch Reef Region Reserve Reservoir Resort Ridge River Rivers Road Rd Rock Route Ruins
    Sea Shore Shrine Square Stadium State Station Strait Straits Street St Stream Suburb Swamp Temple
    Terminal Territory Territories Tomb Tower Towers Town Township Trail Tunnel Turnpike Valley Village
    Villa Volcano Wall Ward Waterfall Waterfront Way Wetland Wetlands Woods Zone Zoo Barangay City
    Oblast Voivodeship Shire Borough Republic Emirate Emirates Abbey Basilica Chapel Mansion Manor
    Expressway Freeway Interstate Motorway Metro Seminary Sub-county Taluk Tehsil Zila Upazila Locality
    Roundabout Circle Kibbutz Mosque Stadiums Airports Municipalities Districts Provinces Counties
    Villages Regions
    """
)
PLACE_HEADS = _set(
    """
    Mount Mt Lake Cape Port Fort Camp San Santa Santo São Sao Saint St Ste Isle Gulf Bay Strait Rio Río
    Puerto Villa El Las Los La Le Sri New North South East West Northern Southern Eastern Western Upper
    Lower Central Point Costa Nova Nueva Tel Beit Deir Wadi Ras Jebel Kampung Kota Ulu Ciudad Bahía
    Bahia Torre Parque Calle Plaza Avenida Rue Plac Via Piazza Playa Isla Islas Lago Cerro Monte Val
    Barrio Colonia Nakhon Mae Chiang Koh Ko Ban Ulaan Debra Rosh Kfar Bab Qasr Umm Bir Oued Djebel Kuala
    Pulau Bukit Tanjung Sungai Gunung Nuevo Pueblo Valle Château Chateau Mont Saint-Denis Pointe Île Ile
    Baie Dar Khan Kot Tell Ain Abu-Dhabi Jabal Khirbet Stara Novi Bad Burg Sint Santiago
    """
)
"""Words that begin the name of a place; weak unless another sign agrees."""
EVENT_TAILS = _set(
    """
    Cup Games Olympics Paralympics Olympic Championship Championships Tournament Festival Fair Carnival
    Parade Marathon Rally Prix Derby Open Masters Final Finals War Wars Battle Revolution Uprising
    Rebellion Revolt Massacre Genocide Holocaust Famine Summit Expo Exhibition Biennale Biennial
    Congress Crisis Disaster Earthquake Hurricane Typhoon Cyclone Pandemic Day Week Month Eve Year
    Christmas Easter Ramadan Eid Diwali Hanukkah Passover Thanksgiving Halloween Awards Award Prize
    Prizes Medal Oscar Oscars Emmy Grammys Trophy Shield Spring Ceremony Referendum Election Elections
    Convention Ball Gala Concert Tour Show Race Season Series
    """
)
WORK_TAILS = _set(
    """
    Act Bill Law Code Constitution Treaty Accord Accords Agreement Pact Protocol Declaration Charter
    Amendment Convention Directive Regulation Resolution Plan Policy Programme Project Report Index
    Study Bible Quran Koran Torah Gospel Book Novel Song Album Symphony Sonata Concerto Strategy
    Framework Roadmap Agenda Scheme Doctrine Principle Theory Theorem Effect Syndrome Disease Virus
    Language Degree PhD Scholarship Manifesto Deal Program Model System Line Edition Vol Volume Chapter
    Article Section Ordinance Decree Rules Guidelines Goals Visa Passport Goal
    """
)
SPEECH = _set(
    """
    said says say told tells added adds explained explains stated states noted notes wrote writes asked
    asks replied replies announced announces argued argues claimed claims insisted insists warned warns
    recalled recalls admitted admits believes believed thinks thought stressed emphasized emphasised
    pointed remarked observed continued concluded declared commented revealed disclosed acknowledged
    suggested urged tweeted testified quipped joked lamented reiterated confirmed confirms denied denies
    """
)
PERSONAL = _set(
    """
    died dies born married smiled laughed nodded cried wept recalls recalled joked resigned retired
    studied graduated grew lives lived scored wrote learned felt feels loves loved moved wants wanted
    remembers sang starred knew met thinks thought succeeded quipped tweeted realized walked sat stood
    spoke himself herself
    """
)
PERSON_NOUNS = _set(
    """
    president minister premier chancellor senator representative congressman congresswoman governor
    mayor secretary director general colonel major captain lieutenant sergeant corporal admiral
    commander officer inspector superintendent commissioner sheriff detective chairman chairwoman
    chairperson chair ceo executive manager coordinator co-ordinator ambassador envoy consul attorney
    lawyer advocate prosecutor speaker spokesman spokeswoman spokesperson deputy councillor councilman
    leader founder co-founder editor journalist reporter correspondent columnist author writer poet
    novelist playwright actor actress singer rapper musician composer conductor artist painter sculptor
    photographer filmmaker producer coach striker midfielder defender goalkeeper winger pitcher
    professor lecturer dean principal scientist researcher economist historian analyst physicist
    engineer doctor nurse surgeon bishop archbishop pastor imam rabbi priest chief legislator lawmaker
    adviser advisor aide secretary-general wife husband son daughter father mother brother sister uncle
    aunt cousin nephew niece grandson granddaughter grandfather grandmother widow fiancée fiance partner
    friend colleague neighbour neighbor boyfriend girlfriend student pupil teacher farmer activist
    campaigner businessman businesswoman entrepreneur tycoon billionaire player batsman bowler sprinter
    swimmer athlete boxer wrestler cyclist driver pilot sailor soldier veteran refugee migrant resident
    victim survivor witness suspect king queen prince princess emperor sultan dictator warlord candidate
    nominee mathematician philosopher chemist biologist astronomer architect designer dancer comedian
    comic presenter host broadcaster chef explorer inventor linguist psychologist sociologist
    anthropologist archaeologist geologist theologian saint monk nun missionary judge justice magistrate
    expert specialist member director-general translator publisher curator collector dealer trader
    investor consultant blogger influencer model footballer cricketer golfer tennis man woman boy girl
    teenager child counterpart skipper vice-president treasurer midwife gymnast fighter jockey magician
    """
)
ORG_NOUNS = _set(
    """
    company firm group organisation organization agency corporation bank party charity ngo foundation
    union association club team network newspaper magazine broadcaster channel publisher website airline
    carrier manufacturer retailer startup start-up subsidiary conglomerate operator developer maker
    supplier movement militia coalition alliance institute university college school ministry department
    committee commission council court board federation league band label studio institution regulator
    watchdog body outlet brand lender insurer supermarket nonprofit think-tank tabloid daily weekly
    cooperative consortium faction organisers producer side giant chain utility brewery brewer miner
    startups platform enterprise business fintech marketplace duo trio quartet quintet orchestra
    ensemble collective consultancy store restaurant hospital
    """
)
PLACE_NOUNS = _set(
    """
    city town village capital province state county district region island country nation suburb
    neighbourhood neighborhood municipality port river lake mountain valley desert sea bay resort
    peninsula archipelago territory continent republic borough township kingdom area settlement hamlet
    outskirts border coast beach street quarter prefecture governorate community hub enclave metropolis
    airport north south east west northern southern eastern western downtown central nearby slum harbour
    harbor park volcano
    """
)
PREPOSITIONS_OF_PLACE = _set(
    """
    in near across throughout outside inside around within toward towards into beyond
    """
)
PARTICLES = _set(
    """
    de da do dos das del della delle di du la le el al bin bint ibn ben van von der den ten ter y e ul
    ud zu af av san las los i des d' abu o
    """
)
OWNED = _set(
    """
    People Peoples Children Women Men Workers Worker Farmers King Queen Lord Master Teachers Veterans
    Player Students Student Writers Mother Nurses Lawyers Bishop Prince
    """
)
"""Possessors inside a name: `People's Party`."""
NOT_NAMES = _set(
    """
    I Im Id Ive PM AM TV CV ID DVD GDP HIV AIDS COVID Covid COVID-19 Covid-19 Coronavirus Internet God
    Bible PhD Ph.D. MBA BA BSc MSc DNA AI IT PR HR PPE PDF SMS FAQ Q A B C P.S. NB TBA OK Photo Image
    Picture Video Read Advertisement Credit Source
    """
)
OF_HEADS = ORG_HEADS | _set(
    """
    Battle Treaty Declaration Day Festival Feast Law Republic Bay Gulf Isle Strait Cape Kingdom Emirate
    Duke Duchess Earl Prince Princess Archbishop Statute Charter Convention Journal Rock Tower Temple
    Hall Palace Municipality City Line Sea Ministers Deputies Representatives Bill Code Siege Lord Lady
    Port Games League Sultanate Principality Faculty Cathedral Bank Voice Islands Coast Valley Lake
    Mount Horn Straits Museum Knights Game House Castle Book Gospel
    """
)
LIST_HEADS = _set(
    """
    Ministry Department Office Bureau Institute Centre Center Committee Commission Council Faculty
    School College Association Agency Federation Board Academy Society Union Secretariat Division
    Directorate Organization Organisation University Chamber Foundation Program Programme Fund
    Conference Network Trust Unit Sector Initiative Forum Ministries Departments Court House Parliament
    """
)
ON_HEADS = _set(
    """
    Commission Committee Council Conference Convention Office Summit Forum Authority
    """
)
NO_JOIN = _set("Inc Corp Ltd Co No vs Jr Sr")
SOLID = _set(
    """
    Mr Mrs Ms Miss Dr Prof Professor President Minister Senator Rev Gov Sen Rep Gen
    """
)
LOOSE = _set(
    """
    the a an in on at by for from to of and but or with as if it he she they we this that these those
    """
)
ABBREVIATED = _set(
    """
    Mr Mrs Ms Dr Prof Rev Hon Gen Col Maj Lt Capt Cpl Sgt Sen Rep Gov Pres Fr Sr Jr St Ste Mt Ft No vs
    Inc Corp Ltd Co Adm Cmdr Pvt Supt Insp Det Amb Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mme
    Mlle Messrs Adv Engr Arch Msgr Bros Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass
    Md Mich Minn Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo
    """
)
"""Words whose full stop ends no sentence."""
ORG_FOLLOWERS = _set(
    """
    shares spokesman spokeswoman spokesperson employees workers executives members headquarters stock
    players fans supporters lawmakers chairman chairwoman CEO president boss coach manager director
    shareholders leadership investigators officials board personnel staff website
    """
)
"""What organisations have: `the X's shares`, `X employees`."""

PLACE_FOLLOWERS = _set(
    """
    district town province municipality region county area river village island islands state city
    prefecture suburb neighbourhood neighborhood valley desert lake mountains coast peninsula
    constituency taluk tehsil airport border governorate metro township street station highway bridge
    dam railroad railway campus aimag locality empire kingdom archipelago oblast canton emirate plateau
    basin canal square beach forest reserve temple fort park suburbs creek gorge cave hills mountain
    strait gulf
    """
)
"""Kinds of places after their name: `the X district`."""
OF_PLACES = _set(
    """
    mayor governor people residents resident citizens citizen streets parts part king queen emperor
    ruler north south east west outskirts coast centre center heart government president kingdom
    invasion occupation shores map population siege bombing
    """
)
"""What places have before `of`: `the people of X`."""
OF_ORGANISATIONS = _set(
    """
    ceo CEO CFO COO chairman chairwoman chairperson chair director executive head founder co-founder
    spokesman spokeswoman spokesperson member members employee employees manager subsidiary shareholder
    shareholders owner owners unit arm branch lawyer lawyers partner dean graduate professor researcher
    analyst economist headquarters offices customers fans supporters leader leadership secretary-general
    vice-president board works worked working plays played
    """
)
"""What organisations have before `of`, `at` or `for`: `an analyst at X`."""
ORG_VERBS = _set(
    """
    announced launched acquired signed unveiled reported published issued operates employs owns offers
    provides sells manufactures plans filed merged agreed beat defeated hosts ruled voted approved aims
    develops builds produces connects promotes
    """
)
"""What organisations do."""

FACILITIES = _set(
    """
    Hospital Hospitals House Museum Mosque Prison Centre Center Cathedral Theatre Theater Restaurant
    Restaurants Hotel Hotels Library Clinic Monastery Factory Gallery Tavern Cafe Café Bar Inn Lodge
    Nursery Mill Plant Warehouse Barracks Terminal Station Laboratory Observatory Casino Chapel
    Synagogue Church Temple Embassy Municipality
    """
)
"""Buildings that are also bodies: what stands before the name decides."""
POSTAL = _set(
    """
    AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC
    ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY BC AB ON QC NSW
    """
)
"""Short forms of states, as they stand after a town."""

FAMILY_FOLLOWERS = _set(
    """
    regime family administration dynasty brothers sisters clan presidency era years campaign estate
    loyalists
    """
)
"""What goes with a surname: `the X regime`."""

LIKE_SURNAMES = _set(
    """
    Hill Hills Park Field Fields Woods Hall Wall Ward Lane Rivers Post Day Bridge Forest Rock Price Law
    Bell Case Lake Pond Church House Bishop Cross Street Temple Guard Chambers Star Crew Point Pass Page
    Gates Banks Castle Bank Wing West Lodge Abbey Gardens Mills Bay Beach Booker Marsh Way Range Villa
    Mall Peak Manor Shield Ball Spring Young Best Show Race Power Stone Marathon Brothers
    """
)
"""Surnames that are also words for places and bodies."""

NATION_CODES = _set(
    """
    AFG ALB ALG ANG ARG ARM AUS AUT AZE BAH BAN BEL BEN BIH BLR BOL BOT BRA BRN BUL BUR CAM CAN CHI CHN
    CIV CMR COD COL CRC CRO CUB CYP CZE DEN DOM ECU EGY ENG ERI ESP EST ETH FIJ FIN FRA GAB GBR GEO GER
    GHA GRE GUA GUI HAI HKG HON HUN INA IND IRI IRL IRQ ISL ISR ITA JAM JOR JPN KAZ KEN KGZ KOR KOS KSA
    KUW LAT LBA LIB LTU LUX MAD MAR MAS MDA MEX MGL MKD MLI MLT MNE MOZ MRI MYA NAM NCA NED NEP NGR NIG
    NOR NZL OMA PAK PAN PAR PER PHI POL POR PRK PRT PUR QAT ROU RSA RUS RWA SAU SCO SEN SGP SIN SLO SRB
    SRI SUD SUI SVK SVN SWE SYR TAN THA TJK TKM TPE TRI TUN TUR UAE UGA UKR URU USA UZB VEN VIE WAL YEM
    ZAF ZAM ZIM
    """
)
"""Short forms of countries in lists of results, in brackets behind a name."""

BODIES = _set("Church Hospital Hospitals Embassy Center Centre Municipality")
"""Buildings that are spoken of as bodies first."""
