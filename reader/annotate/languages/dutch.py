"""Dutch: “…”, zei X; aldus X; volgens X; double and single marks. Written by hand for this project."""

from __future__ import annotations

from reader.annotate.languages.grammar import Grammar, genders, names, phrases, words

GRAMMAR = Grammar(
    code="nl",
    verb_last=True,
    role_ends=(
        "leider",
        "leidster",
        "voorzitter",
        "voorzitster",
        "minister",
        "meester",
        "woordvoerder",
        "woordvoerster",
        "directeur",
        "deskundige",
        "trainer",
        "coach",
        "expert",
        "onderzoeker",
        "wetenschapper",
        "graaf",
        "bestuurder",
    ),
    organization_ends=("vereniging", "bond", "club", "lyceum", "college", "schap", "partij", "stichting"),
    speech_verbs=words(
        """voorspelde voorspelt adviseerde adviseert raadt raadde prijst prees bedankt bedankte hekelt
        hekelde vreest vreesde verwacht verwachtte suggereert suggereerde stamelt stamelde schreeuwt
        schreeuwde roemt zingt bekritiseert bekritiseerde protesteert protesteerde relativeert
        relativeerde licht lichtte besluit fulmineert verwijt merkt merkte herinneren kopt zei zegt zeggen
        zeiden vertelde vertelt vertellen vertelden verklaarde verklaart verklaarden schreef schrijft
        schreven antwoordde antwoordt vroeg vraagt vroegen riep roept riepen meldde meldt meldden meent
        meende vindt vond vonden stelde stelt stelden benadrukte benadrukt waarschuwde waarschuwt
        waarschuwden reageerde reageert reageerden klaagde klaagt mopperde moppert lachte lacht grapte
        grapt fluisterde fluistert mompelde mompelt verzuchtte verzucht zuchtte zucht erkende erkent gaf
        geeft bekende bekent bevestigde bevestigt legde legt voegde voegt herinnerde herinnert herhaalde
        herhaalt denkt dacht hoopte hoopt betoogde betoogt oordeelde oordeelt concludeerde concludeert
        beweerde beweert beloofde belooft kondigde noemde noemt noemden sprak spreekt omschreef omschrijft
        twitterde liet laat beaamde beaamt vervolgde vervolgt besloot wierp werpt bracht kreunde schampert
        sneerde foetert jubelde juicht glimlachte knikt weet wist constateert constateerde nuanceert
        nuanceerde analyseert blikt tekende luidt luidde bromt bromde eist eiste"""
    ),
    participles=words(
        """voorspeld geadviseerd gewaarschuwd laten weten gezegd verteld verklaard geschreven geantwoord
        gevraagd geroepen gemeld benadrukt erkend bekend bevestigd beloofd uitgelegd toegegeven
        laten-weten"""
    ),
    auxiliaries=words("heeft had hebben hadden"),
    pronouns=genders("hij", "zij ze", "het men wij we ik u je jij hem haar hen hun die dat"),
    determiners=words(
        """de het een zijn haar hun dit deze dat die mijn onze ons sommige veel verschillende enkele twee
        drie geen elke ieder iedere ’n"""
    ),
    feminine=frozenset(),
    prepositions=words(
        """in op aan bij van voor met naar uit over onder tegen tussen door na om tot sinds tijdens zonder
        volgens per langs achter naast boven binnen buiten rond vanaf vanuit wegens ondanks te ten ter
        aldus"""
    ),
    place_prepositions=words("in uit naar te bij"),
    conjunctions=words(
        """en of maar want dat die als toen omdat terwijl hoewel zodat nadat voordat wanneer wie wat waar hoe
        waarom dus noch"""
    ),
    complementizers=words("dat"),
    skipped=words(
        """zich ook dan nog al nu vandaag gisteren later daarna vervolgens daarop toen hier daar zo alleen
        zelf eerder onlangs eens altijd weer niet me mij ons hem haar maandag dinsdag woensdag donderdag
        vrijdag zaterdag zondag vanochtend vanavond gisteravond bovendien echter juist wel eveneens
        lachend er"""
    ),
    time_nouns=words(
        """maandag dinsdag woensdag donderdag vrijdag zaterdag zondag week avond ochtend dag jaar maand"""
    ),
    sources_before=phrases("volgens"),
    sources_behind_quote=words("aldus"),
    particles=words("van de den der het ten ter te von el ’t"),
    titles=genders(
        "heer dhr. meneer ds.", "mevrouw mevr. mw.", "dr. dr prof. prof drs. ir. mr. ing. professor dokter"
    ),
    person_nouns=genders(
        """kleinzoon neef leerling dijkgraaf ploegleider vakbondsleider schipper notaris dierenarts postbode
        slager wielrenner burgemeester wethouder minister staatssecretaris premier president vicepresident
        voorzitter bestuursvoorzitter bondsvoorzitter directeur leider chef hoofd voorman woordvoerder
        advocaat officier rechter arts huisarts onderzoeker wetenschapper historicus schrijver auteur
        dichter schilder kunstenaar muzikant zanger regisseur acteur producent uitgever trainer coach
        bondscoach aanvoerder speler spits keeper verdediger schaatser student docent leraar meester
        kandidaat raadslid kamerlid politicus senator boer tuinder visser bakker ondernemer winkelier
        verkoper klant bewoner buurtbewoner buurman getuige gepensioneerde man vader zoon broer echtgenoot
        opa vriend collega expert econoom journalist verslaggever pastoor bisschop paus koning prins agent
        politieman commissaris brandweerman piloot kapitein chauffeur bezoeker supporter toeschouwer
        weerman bioloog natuurkundige geoloog archeoloog arbeider werknemer medewerker oprichter eigenaar
        molenaar vertegenwoordiger criticus recensent architect ingenieur socioloog psycholoog imker kok
        rector curator gedeputeerde lijsttrekker partijleider fractievoorzitter toerist passant jongen
        wachter boswachter""",
        """kleindochter nicht leerlinge burgemeesteres presidente voorzitster directrice woordvoerster
        advocate onderzoekster schrijfster dichteres kunstenares zangeres regisseuse actrice producente
        uitgeefster trainster speelster schaatsster studente docente lerares juf kandidate boerin
        ondernemster verkoopster buurvrouw vrouw moeder dochter zus zuster echtgenote oma vriendin
        koningin prinses agente verpleegkundige-e oprichtster eigenares biologe psychologe sociologe
        archeologe medewerkster bewoonster kamerlid-e verloskundige verpleegster""",
        """politie rechtbank regering kabinet ministerie gemeente bedrijf vereniging vakbond partij oppositie
        krant rapport persbericht organisatie familie bewoners ouders club ziekenhuis school openbaar
        experts artsen werknemers verpleegkundige""",
    ),
    organization_nouns=words(
        """waterschap lyceum universiteit hogeschool instituut school ministerie rechtbank bank maatschappij
        groep vereniging bond federatie vakbond partij club museum theater opera stichting bureau krant
        dagblad radio ziekenhuis bedrijf academie raad commissie comité unie fc sc ajax feyenoord psv
        centrum gemeente orkest uitgeverij omroep tijdschrift coöperatie laboratorium kamer hof provincie
        veiligheidsregio concern actiegroep"""
    ),
    place_nouns=words(
        """stad dorp eiland provincie regio wijk rivier berg meer haven land hoofdstad plein straat gemeente
        gehucht strand polder buurt"""
    ),
    work_nouns=words(
        """roman boek film lied liedje album titel serie gedicht stuk schilderij opera essay tentoonstelling
        documentaire getiteld voorstelling nummer verhaal bundel musical plaat"""
    ),
    months=(
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ),
    weekdays=words("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"),
    places=names(
        """Nederland | België | Vlaanderen | Wallonië | Duitsland | Frankrijk | Engeland | Groot-Brittannië |
        Verenigd Koninkrijk | Ierland | Spanje | Portugal | Italië | Zwitserland | Oostenrijk | Denemarken
        | Zweden | Noorwegen | Finland | Polen | Rusland | Oekraïne | Griekenland | Turkije | Verenigde
        Staten | VS | Amerika | Canada | Brazilië | Suriname | Curaçao | Aruba | Indonesië | China | Japan
        | India | Marokko | Egypte | Israël | Syrië | Iran | Irak | Zuid-Afrika | Congo | Europa | Afrika
        | Azië | Amsterdam | Rotterdam | Den Haag | Utrecht | Eindhoven | Groningen | Tilburg | Almere |
        Breda | Nijmegen | Enschede | Haarlem | Arnhem | Zaanstad | Amersfoort | Apeldoorn | Den Bosch |
        Hoofddorp | Maastricht | Leiden | Dordrecht | Zoetermeer | Zwolle | Deventer | Delft | Alkmaar |
        Leeuwarden | Heerenveen | Assen | Emmen | Middelburg | Vlissingen | Gouda | Hilversum | Roermond |
        Venlo | Antwerpen | Gent | Brugge | Leuven | Mechelen | Kortrijk | Oostende | Hasselt | Aalst |
        Luik | Namen | Brussel | Friesland | Drenthe | Overijssel | Gelderland | Flevoland | Noord-Holland
        | Zuid-Holland | Zeeland | Noord-Brabant | Brabant | Limburg | Texel | Terschelling | Vlieland |
        Ameland | Veluwe | Waddenzee | Noordzee | Rijn | Maas | Schelde | IJssel | IJsselmeer | Schiphol |
        Londen | Parijs | Rome | Milaan | Berlijn | Keulen | Hamburg | München | Madrid | Lissabon |
        Genève | Wenen | Praag | Warschau | Moskou | Kiev | Athene | Kopenhagen | Stockholm | Oslo | New
        York | Washington | Peking | Tokio | Paramaribo | Alpen | Ardennen"""
    ),
    organizations=names(
        """NOS | ANP | VRT | RTL | VVD | CDA | PvdA | D66 | PVV | GroenLinks | SP | BBB | N-VA | CD&V |
        Tweede Kamer | Eerste Kamer | Raad van State | Europese Unie | EU | Verenigde Naties | VN | NAVO |
        Ajax | Feyenoord | PSV | Philips | Shell | KLM | ING | Rabobank | NS | ProRail | Rijkswaterstaat |
        KNMI | RIVM | CBS | FNV | CNV | Rode Kruis | Openbaar Ministerie | OM | de Volkskrant | NRC | De
        Telegraaf | Trouw | KNVB | TU Delft | Staatsbosbeheer"""
    ),
    given_names=genders(
        """Gerrit Thijs Ahmed Bart Klaas Ruud Hendrik Willem Jan Piet Kees Henk Johan Peter Hans Frans Dirk
        Cor Wim Theo Ton Rob Ron Marco Mark Martijn Jeroen Erik Bas Stijn Daan Sem Lucas Luuk Lars Tim Tom
        Thomas Sander Niels Maarten Joost Joris Pieter Paul Rik Robin Roel Rutger Sjoerd Stefan Sven Teun
        Tijs Tobias Wouter Wout Xander Mohamed Mohammed Youssef Yassin Hassan Ali Mustafa Dennis Edwin
        Emiel Ernst Evert Floris Frank Fred Geert Gijs Guus Harm Harry Herman Jaap Jacob Jacques Jasper
        Jelle Jos Jurgen Karel Koen Leo Leon Lieven Luc Michiel Mees Nico Olivier Otto Rein Remco Rens
        Richard Sybren Tjeerd Victor Vincent Wessel Arie Bram Casper Cornelis Egbert Filip Johannes""",
        """Marieke Loes Femke Ingrid Sanne Pauline Nadia Joke Anna Maria Johanna Cornelia Elisabeth
        Wilhelmina Margaretha Petra Monique Ingeborg Esther Mirjam Linda Saskia Sandra Marijke Ria Riet
        Truus Annie Greet Gerda Hanneke Hennie Ellen Els Emma Eva Fenna Fleur Floor Iris Inge Janneke
        Jolanda Judith Julia Karin Karlijn Kim Kirsten Laura Lies Lieke Lisa Lotte Lot Maaike Maartje
        Manon Margriet Marianne Marjan Marjolein Marloes Mieke Miep Naomi Nienke Noor Paula Renske Rianne
        Roos Sara Sarah Simone Sofie Sophie Suzanne Sylvia Tineke Tessa Trudy Vera Willemijn Wendy Yvonne
        Zoë Aisha Fatima Khadija Samira Leila Anke Anouk Astrid Barbara Bianca Carolien Carla Charlotte
        Dieuwke Dorien Geertje Heleen Hilde Ilse Jacqueline Jette Liesbeth""",
    ),
    not_names=words("""ja nee dank misschien alles niemand iedereen elk iemand niets was waren is zijn"""),
    age_words=words("jaar"),
)
