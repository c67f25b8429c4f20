"""German: every noun has a capital, so a name needs evidence. Written by hand for this project."""

from __future__ import annotations

from reader.annotate.languages.grammar import Grammar, genders, names, phrases, words

GRAMMAR = Grammar(
    code="de",
    nouns_capitalized=True,
    role_ends=(
        "chef",
        "chefin",
        "leiter",
        "leiterin",
        "minister",
        "ministerin",
        "sprecher",
        "sprecherin",
        "präsident",
        "präsidentin",
        "trainer",
        "trainerin",
        "führer",
        "führerin",
        "meister",
        "meisterin",
        "senator",
        "senatorin",
        "forscher",
        "forscherin",
        "direktor",
        "direktorin",
        "anwalt",
        "anwältin",
        "vorsitzender",
        "vorsitzende",
        "experte",
        "expertin",
        "wissenschaftler",
        "wissenschaftlerin",
        "lehrer",
        "lehrerin",
        "arzt",
        "ärztin",
    ),
    organization_ends=(
        "verein",
        "verband",
        "bund",
        "club",
        "klub",
        "gesellschaft",
        "kapelle",
        "institut",
        "gericht",
    ),
    verb_last=True,
    speech_verbs=words(
        """rät riet räumten prophezeit prophezeite empfiehlt empfahl gratulierte meldete meldet frohlockte
        grummelte knurrte raunte stöhnte stöhnt beklagte beklagt befand befindet sinniert sinnierte
        frotzelte lästerte unkte orakelte wettert wetterte glaubt glaubte denkt dachte weiß wusste
        begründete begründet präzisierte präzisiert hielt hält setzt setzte winkt sagte sagt sagten sagen
        erklärte erklärt erklärten betonte betont betonten meinte meint meinten antwortete antwortet
        antworteten fragte fragt fragten schrieb schreibt schrieben erzählte erzählt erzählten berichtete
        berichtet berichteten kritisierte kritisiert kritisierten forderte fordert forderten warnte warnt
        warnten versicherte versichert versicherten behauptete behauptet ergänzte ergänzt ergänzten
        erwiderte erwidert entgegnete entgegnet rief ruft riefen flüsterte flüstert murmelte murmelt
        lachte lacht scherzte scherzt klagte klagt klagten lobte lobt lobten freute freut freuten ärgerte
        ärgert hoffte hofft bedauerte bedauert resümierte resümiert bilanzierte bilanziert kommentierte
        kommentiert kommentierten erinnerte erinnert schwärmte schwärmt urteilte urteilt vermutete
        vermutet bestätigte bestätigt bestätigten verkündete verkündet mahnte mahnt mahnten appellierte
        appelliert beteuerte beteuert verriet verrät gestand gesteht witzelte sprach spricht nannte nennt
        bezeichnete bezeichnet hieß heißt fügte fügt kündigte kündigt gab gibt räumte räumt stellte stellt
        unterstrich unterstreicht argumentierte argumentiert twitterte findet fand twittert schimpfte
        schimpft seufzte seufzt brummte wunderte wundert äußerte äußert bemerkte bemerkt verteidigte
        versprach verspricht wiederholte schilderte schildert beschreibt beschrieb formulierte formuliert
        ließ teilte teilten"""
    ),
    participles=words(
        """geraten prophezeit gemeldet beklagt zugegeben eingeräumt gesagt erklärt betont gemeint geantwortet
        gefragt geschrieben erzählt berichtet kritisiert gefordert gewarnt versichert behauptet ergänzt
        erwidert entgegnet gerufen bestätigt verkündet versprochen"""
    ),
    auxiliaries=words("hat hatte haben hatten habe"),
    pronouns=genders("er", "sie", "es man wir ich ihm ihn ihr ihnen du"),
    determiners=words(
        """der die das ein eine einer sein seine ihr ihre dieser diese dieses jener jene mein meine unser
        unsere den dem des einen einem eines keiner keine kein mehrere viele einige beide alle"""
    ),
    feminine=words("die eine ihre seine"),
    prepositions=words(
        """in im an am auf aus bei beim mit nach seit von vom zu zum zur für durch gegen ohne um über unter
        vor hinter neben zwischen während wegen trotz laut gegenüber bis ab pro per ins ans statt
        anlässlich"""
    ),
    place_prepositions=words("in aus nach"),
    conjunctions=words(
        """und oder aber denn sondern weil wenn als wie dass ob obwohl nachdem bevor damit sowie doch wo wer
        was warum wann welche welcher welches"""
    ),
    complementizers=words("dass"),
    skipped=words(
        """sich auch dann noch schon nun jetzt heute gestern später anschließend daraufhin dazu dabei damals
        zuvor außerdem zudem weiter allerdings jedoch hingegen dagegen deshalb darum hier dort da so nur
        selbst bereits kürzlich einmal immer wieder nicht mir uns ihm ihr ihnen jüngst abschließend
        zufrieden lachend ebenfalls"""
    ),
    time_nouns=words("""montag dienstag mittwoch donnerstag freitag samstag sonntag woche abend morgen"""),
    sources_before=phrases(
        """laut | nach angaben von | nach angaben des | nach angaben der | aus sicht von"""
    ),
    sources_after=words("zufolge"),
    sources_behind_quote=words("so"),
    particles=words("von van de der den zu zur vom du"),
    titles=genders("herr herrn", "frau", "dr dr. prof prof. professor doktor dipl.-ing. med."),
    person_nouns=genders(
        """enkel cellist gitarrist sammler schauspieler geiger caterer gärtner schäfer gutachter ermittler
        retter sanitäter pfleger sprecher regierungssprecher polizeisprecher pressesprecher
        unternehmenssprecher bürgermeister oberbürgermeister minister ministerpräsident kanzler
        bundeskanzler präsident vizepräsident bundespräsident vorsitzender vorsitzende-r chef
        geschäftsführer direktor leiter trainer torwart stürmer kapitän spieler verteidiger
        mittelfeldspieler rechtsanwalt anwalt staatsanwalt richter arzt forscher klimaforscher
        wissenschaftler historiker autor schriftsteller dichter maler künstler musiker sänger regisseur
        galerist kurator pianist dirigent komponist student schüler lehrer rektor landrat stadtrat
        stadtbaurat senator abgeordneter politiker kandidat bauer landwirt winzer bäcker fischer händler
        verkäufer kunde bewohner anwohner nachbar zeuge rentner mann vater sohn bruder ehemann freund
        kollege unternehmer manager vorstand vorstandschef experte ökonom journalist reporter pfarrer
        bischof papst könig prinz polizist kommissar feuerwehrmann pilot fahrer besucher fan zuschauer
        meteorologe biologe physiker förster jäger wirt koch gast mitarbeiter gründer besitzer betreiber
        vertreter intendant verleger übersetzer moderator innenminister außenminister finanzminister
        verkehrsminister umweltminister gesundheitsminister wirtschaftsminister staatssekretär
        generalsekretär parteichef fraktionschef torhüter nationalspieler sportdirektor soziologe
        psychologe archäologe ingenieur architekt handwerker imker""",
        """enkelin cellistin schäferin gutachterin ermittlerin sammlerin pflegerin gärtnerin köchin hebamme
        kuratorin sprecherin regierungssprecherin polizeisprecherin pressesprecherin
        unternehmenssprecherin bürgermeisterin oberbürgermeisterin ministerin ministerpräsidentin
        kanzlerin bundeskanzlerin präsidentin vizepräsidentin vorsitzende chefin geschäftsführerin
        direktorin leiterin trainerin torhüterin stürmerin kapitänin spielerin rechtsanwältin anwältin
        staatsanwältin richterin ärztin forscherin klimaforscherin wissenschaftlerin historikerin autorin
        schriftstellerin dichterin malerin künstlerin musikerin sängerin regisseurin schauspielerin
        galeristin pianistin dirigentin komponistin studentin schülerin lehrerin rektorin landrätin
        stadträtin senatorin abgeordnete politikerin kandidatin bäuerin landwirtin winzerin bäckerin
        händlerin verkäuferin kundin bewohnerin anwohnerin nachbarin zeugin rentnerin frau mutter tochter
        schwester ehefrau freundin kollegin unternehmerin managerin expertin ökonomin journalistin
        reporterin pfarrerin bischöfin königin prinzessin polizistin kommissarin pilotin fahrerin
        besucherin zuschauerin meteorologin biologin physikerin försterin wirtin mitarbeiterin gründerin
        besitzerin betreiberin vertreterin intendantin verlegerin übersetzerin moderatorin innenministerin
        außenministerin finanzministerin verkehrsministerin umweltministerin gesundheitsministerin
        staatssekretärin generalsekretärin parteichefin fraktionschefin soziologin psychologin archäologin
        ingenieurin architektin handwerkerin imkerin""",
        """polizei staatsanwaltschaft gericht regierung ministerium behörde verband partei opposition
        gewerkschaft unternehmen firma konzern kritiker anwohner zeitung bericht familie leute angehörige
        betroffene eltern kinder besucher schüler experten forscher angeklagte""",
    ),
    organization_nouns=words(
        """staatskapelle kapelle naturschutzbund schachclub museum universität hochschule institut verein
        verband partei firma konzern bank verlag theater oper stiftung gesellschaft landgericht
        amtsgericht oberlandesgericht bundesgericht verwaltungsgericht ministerium bundesministerium
        agentur zeitung akademie klinik krankenhaus klinikum orchester bund gewerkschaft rat kammer fc sc
        sv vfb vfl tsv tus eintracht borussia fortuna hertha werder bayer union dynamo bundesamt landesamt
        umweltamt bundestag bundesrat presse-agentur club klub genossenschaft reederei brauerei werft
        initiative bürgerinitiative fraktion redaktion"""
    ),
    place_nouns=words(
        """stadt insel gemeinde ort dorf fluss berg see kreis landkreis bezirk stadtteil bundesland region
        provinz"""
        "hauptstadt kleinstadt hafenstadt"
    ),
    work_nouns=words(
        """roman buch film bild lied song album stück gemälde titel serie gedicht oper band ausstellung werk
        reihe erzählung novelle doku dokumentarfilm platte drama komödie namens"""
    ),
    months=(
        "januar",
        "februar",
        "märz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "dezember",
    ),
    weekdays=words("montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend"),
    places=names(
        """Deutschland | Österreich | Schweiz | Frankreich | Italien | Spanien | Portugal | Polen |
        Niederlande | Belgien | Dänemark | Schweden | Norwegen | Finnland | Russland | Ukraine | Türkei |
        Griechenland | Ungarn | Tschechien | Großbritannien | England | Irland | USA | Vereinigte Staaten
        | China | Japan | Indien | Brasilien | Ägypten | Europa | Afrika | Asien | Amerika | Syrien | Iran
        | Irak | Israel | Rumänien | Berlin | Hamburg | München | Köln | Frankfurt | Stuttgart |
        Düsseldorf | Leipzig | Dortmund | Bremen | Dresden | Hannover | Nürnberg | Duisburg | Bochum |
        Wuppertal | Bielefeld | Bonn | Münster | Karlsruhe | Mannheim | Augsburg | Wiesbaden | Kassel |
        Kiel | Lübeck | Rostock | Erfurt | Mainz | Magdeburg | Freiburg | Potsdam | Emden | Oldenburg |
        Göttingen | Heidelberg | Weimar | Jena | Trier | Ulm | Würzburg | Regensburg | Passau | Chemnitz |
        Schwerin | Wien | Graz | Linz | Salzburg | Innsbruck | Zürich | Bern | Basel | Genf | Luzern |
        Lausanne | Bayern | Sachsen | Hessen | Thüringen | Brandenburg | Niedersachsen |
        Schleswig-Holstein | Nordrhein-Westfalen | Baden-Württemberg | Rheinland-Pfalz | Saarland |
        Sachsen-Anhalt | Mecklenburg-Vorpommern | Tirol | Kärnten | Steiermark | Paris | London | Rom |
        Mailand | Venedig | Neapel | Brüssel | Warschau | Prag | Moskau | Kiew | Athen | Lissabon |
        Kopenhagen | Budapest | Madrid | Amsterdam | Stockholm | Oslo | Helsinki | Istanbul | New York |
        Washington | Peking | Tokio | Nordsee | Ostsee | Rhein | Donau | Elbe | Alpen | Ruhrgebiet |
        Schwarzwald | Bodensee | Mittelmeer | Harz"""
    ),
    organizations=names(
        """SPD | CDU | CSU | FDP | AfD | ÖVP | SPÖ | FPÖ | Die Linke | Bundestag | Bundesrat | Bundeswehr |
        ARD | ZDF | dpa | Deutsche Presse-Agentur | Deutsche Bahn | Deutsche Bank | Volkswagen | Siemens |
        BASF | Europäische Union | EU | Vereinte Nationen | UN | Nato | NATO | EU-Kommission | Greenpeace
        | Bundesliga | Bundesverfassungsgericht | Europäische Zentralbank | Rotes Kreuz"""
    ),
    given_names=genders(
        """Onno Ludwig Sven Dario Holger Albrecht Emil Thomas Jens Peter Klaus Hans Jürgen Wolfgang Michael
        Andreas Stefan Christian Martin Markus Matthias Frank Uwe Bernd Dieter Günter Günther Karl Heinz
        Werner Horst Helmut Manfred Rainer Ralf Jörg Dirk Torsten Thorsten Kai Lars Nils Jan Tim Tobias
        Sebastian Florian Philipp Felix Lukas Jonas Leon Paul Max Moritz Anton Jakob David Simon Fabian
        Dominik Alexander Benjamin Daniel Robert Georg Franz Josef Otto Fritz Friedrich Wilhelm Heinrich
        Hermann Ernst Kurt Erich Gerhard Walter Rolf Volker Oliver Ole Björn Hauke Mehmet Ali Murat Emre
        Konrad Oskar Theo Ulrich Gustav Alois Sepp Urs Beat Reto Arne Henning Hendrik Malte Axel Bruno
        Hubert Norbert Detlef Lutz""",
        """Wiebke Renate Mathilde Karla Petra Gerda Selin Anna Maria Ursula Monika Sabine Andrea Claudia
        Susanne Birgit Gabriele Heike Martina Angelika Karin Brigitte Ingrid Helga Christa Elke Ute Silke
        Anja Katrin Kathrin Nicole Stefanie Julia Sandra Melanie Katharina Christina Laura Lisa Lena Sarah
        Hannah Hanna Leonie Sophie Marie Emma Mia Johanna Clara Klara Charlotte Greta Frieda Ida Elisabeth
        Margarete Gisela Hildegard Ilse Erika Eva Barbara Doris Beate Bettina Cornelia Dagmar Antje Anke
        Britta Kerstin Tanja Simone Ulrike Franziska Theresa Vera Nora Paula Marlene Luise Annette Judith
        Miriam Aylin Ayse Elif Fatma Verena Regula Heidi Jutta Sigrid Hedwig Meike Imke Frauke Svenja Inge
        Rosa Magdalena""",
    ),
    not_names=words(
        """januar februar märz april mai juni juli august september oktober november dezember ende anfang
        mitte euro prozent million millionen milliarde milliarden uhr meter kilometer jahr jahre jahren
        tag tage woche wochen monat monate stunde stunden minute minuten liter tonnen seite herr gott dank"""
    ),
    age_words=words("jahre jahren"),
)
