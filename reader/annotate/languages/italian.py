"""Italian: «…», ha detto X; «… - spiega X - …». The pronoun is left out. Written by hand for this project."""

from __future__ import annotations

from reader.annotate.languages.grammar import Grammar, genders, names, phrases, words

GRAMMAR = Grammar(
    code="it",
    subject_dropped=True,
    speaker_inside_marks=True,
    dash_dialogue=True,
    elisions=True,
    speech_verbs=words(
        """propone propongono minimizza predica tuonò suggerisce suggerì consigliò augura auspica auspicano
        ringrazia celebra esorta commosso raccomanda giustifica respinge smentisce nega risponde informa
        rivendica chiosa rilancia sbotta ammonisce tranquillizza esulta sorrise borbotta mugugna spera
        sperano teme temono giudica dice dicono disse dissero diceva dichiara dichiarano dichiarò afferma
        affermano affermò spiega spiegano spiegò spiegava aggiunge aggiungono aggiunse racconta raccontano
        raccontò raccontava ricorda ricordano ricordò rispondono rispose rispondeva sostiene sostengono
        sottolinea sottolineano ribadisce ribadiscono commenta commentano commentò precisa precisano
        osserva osservano ammette ammettono confessa confessano confida conferma confermano annuncia
        annunciano promette promettono avverte avvertono denuncia denunciano lamenta lamentano chiede
        chiedono chiese domanda domandò esclama esclamò grida gridava gridò sussurra sussurrò mormora
        mormorò scherza scherzò sorride ride sospira sospirò conclude concludono concluse prosegue
        continua assicura assicurano garantisce insiste insistono replica replicano replicò ribatte rivela
        rivelano scrive scrivono scrisse nota giura riassume attacca accusa accusano rassicura ipotizza
        protesta protestano riflette riconosce riconoscono ripete ripeteva definisce definì chiarisce
        puntualizza argomenta evidenzia segnala segnalano rincara taglia-corto urla urlò pensa crede
        borbottò incalza tuona consiglia azzarda ironizza"""
    ),
    participles=words(
        """tuonato proposto suggerito ringraziato minimizzato predicato auspicato smentito negato informato
        detto sapere dichiarato affermato spiegato aggiunto raccontato ricordato risposto sostenuto
        sottolineato ribadito commentato precisato osservato ammesso confessato confidato confermato
        annunciato promesso avvertito denunciato lamentato chiesto domandato esclamato gridato scherzato
        concluso proseguito assicurato garantito insistito replicato ribattuto rivelato scritto parlato
        notato giurato attaccato rassicurato riconosciuto ripetuto definito chiarito puntualizzato
        argomentato evidenziato segnalato riferito sbottato riflettuto ironizzato"""
    ),
    auxiliaries=words("ha hanno aveva avevano avrebbe"),
    pronouns=genders("lui egli", "lei ella", "loro noi io voi si tu che chi questo questa"),
    determiners=words(
        """il lo la i gli le l’ un uno una un’ suo sua suoi sue questo questa quel quella quello mio mia
        nostro nostra alcuni alcune molti molte due tre altri altre vari"""
    ),
    feminine=words("la una un’ questa quella"),
    prepositions=words(
        """a ad al allo alla all’ ai agli alle di del dello della dell’ dei degli delle d’ da dal dallo dalla
        dall’ dai dagli dalle in nel nello nella nell’ nei negli nelle con su sul sullo sulla sull’ sui
        sugli sulle per tra fra senza contro dopo prima verso durante secondo presso oltre sotto sopra
        dietro davanti"""
    ),
    place_prepositions=words("a in ad"),
    conjunctions=words(
        """e ed o ma però perché che quando come se dove mentre né anche quindi dunque poiché cui chi cosa
        quale quali c’ com’ dov’ s’"""
    ),
    complementizers=words("che"),
    skipped=words(
        """non si mi ti ci vi gli le lo ne l’ m’ poi ancora anche oggi ieri domani già subito infine inoltre
        intanto sempre mai così però più quindi invece prima dopo qui qua molto quasi solo persino
        stamattina stasera fatto sapere lunedì martedì mercoledì giovedì venerdì sabato domenica convinto
        convinta sicuro sicura"""
    ),
    time_nouns=words(
        """lunedì martedì mercoledì giovedì venerdì sabato domenica settimana mese anno giorno sera mattina
        notte scorso scorsa"""
    ),
    sources_before=phrases(
        """secondo | per | a detta di | stando a | a giudizio di | secondo quanto riferito da"""
    ),
    particles=words("di de del della dello dei degli d’ da dal dalla la lo li van von"),
    titles=genders(
        "signor sig. don dott. dottor ing. cav. fra monsignor mons.",
        "signora sig.ra dott.ssa dottoressa donna suor signorina",
        "prof. professor professoressa avv. avvocato on. onorevole dott",
    ),
    person_nouns=genders(
        """nipote sarto soprintendente amministratore caposquadra stilista ex-sindaco liutaio falegname
        barista vigile collega centrocampista presidente vicepresidente sindaco ministro assessore
        consigliere deputato senatore governatore segretario direttore capo portavoce avvocato procuratore
        giudice medico ricercatore scienziato storico scrittore autore poeta pittore artista musicista
        cantante produttore regista attore editore allenatore tecnico capitano giocatore attaccante
        portiere difensore ciclista velocista studente professore maestro candidato agricoltore allevatore
        pescatore panettiere commerciante venditore cliente abitante vicino testimone pensionato uomo
        padre figlio fratello marito nonno amico imprenditore esperto economista giornalista cronista
        prete vescovo papa re principe poliziotto maresciallo commissario pompiere pilota marinaio autista
        visitatore tifoso spettatore meteorologo biologo fisico geologo archeologo operaio lavoratore
        dipendente delegato responsabile fondatore titolare proprietario rappresentante critico architetto
        ingegnere sociologo psicologo apicoltore premier leader cuoco rettore preside sindacalista notaio
        questore prefetto tenente colonnello generale campione centravanti romanziere ragazzo dottore""",
        """sarta nuora capotreno ostetrica presidentessa sindaca ministra assessora consigliera deputata
        senatrice governatrice segretaria direttrice avvocata procuratrice giudice-a ricercatrice
        scienziata storica scrittrice autrice poetessa pittrice produttrice attrice editrice allenatrice
        capitana giocatrice studentessa professoressa maestra candidata agricoltrice commessa venditrice
        pensionata donna madre figlia sorella moglie nonna amica imprenditrice esperta regina principessa
        poliziotta visitatrice tifosa biologa geologa archeologa operaia lavoratrice delegata fondatrice
        proprietaria architetta sociologa psicologa cuoca rettrice bibliotecaria infermiera campionessa
        ragazza dottoressa vicina""",
        """governo ministero comune polizia procura tribunale azienda società associazione sindacato partito
        opposizione comunicato rapporto organizzazione famiglia residenti genitori club giornale
        quotidiano difesa accusa cantante artista medici esperti lavoratori commercianti""",
    ),
    organization_nouns=words(
        """virtus real protezione sporting ateneo soprintendenza università istituto scuola liceo ministero
        tribunale corte banca società gruppo compagnia associazione federazione sindacato partito club
        museo teatro opera fondazione agenzia giornale quotidiano radio ospedale azienda accademia
        consiglio assemblea senato commissione comitato unione inter juventus polisportiva fc ac as us ss
        centro comune regione provincia orchestra casa editrice emittente rivista cooperativa laboratorio
        osservatorio lega guardia camera confederazione procura policlinico"""
    ),
    place_nouns=words(
        """città paese isola regione provincia quartiere fiume monte lago porto capitale valle piazza via
        viale comune borgo frazione spiaggia stazione golfo ponte"""
    ),
    work_nouns=words(
        """romanzo libro film canzone album disco titolo serie poesia opera quadro saggio mostra documentario
        intitolato intitolata brano racconto chiamato chiamata spettacolo raccolta"""
    ),
    months=(
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ),
    weekdays=words("lunedì martedì mercoledì giovedì venerdì sabato domenica"),
    places=names(
        """Italia | Francia | Germania | Spagna | Portogallo | Svizzera | Austria | Slovenia | Croazia |
        Grecia | Turchia | Regno Unito | Inghilterra | Irlanda | Belgio | Olanda | Paesi Bassi | Svezia |
        Norvegia | Danimarca | Finlandia | Polonia | Russia | Ucraina | Stati Uniti | Usa | Canada |
        Messico | Brasile | Argentina | Cina | Giappone | India | Libia | Tunisia | Marocco | Egitto |
        Israele | Siria | Iran | Iraq | Europa | Africa | Asia | America | Roma | Milano | Napoli | Torino
        | Palermo | Genova | Bologna | Firenze | Bari | Catania | Venezia | Verona | Messina | Padova |
        Trieste | Brescia | Parma | Modena | Reggio Emilia | Perugia | Livorno | Ravenna | Cagliari |
        Foggia | Rimini | Salerno | Ferrara | Sassari | Siracusa | Pescara | Monza | Bergamo | Trento |
        Vicenza | Bolzano | Novara | Piacenza | Ancona | Udine | Arezzo | Lecce | Pavia | Mantova |
        Cremona | Como | Lucca | Pisa | Siena | L’Aquila | Matera | Potenza | Cosenza | Camogli | Sanremo
        | Taranto | Lombardia | Piemonte | Veneto | Liguria | Toscana | Umbria | Marche | Lazio | Abruzzo
        | Campania | Puglia | Calabria | Sicilia | Sardegna | Emilia-Romagna | Friuli | Basilicata |
        Molise | Trentino | Londra | Parigi | Berlino | Madrid | Barcellona | Lisbona | Bruxelles |
        Ginevra | Zurigo | Lugano | Vienna | Mosca | Kiev | Atene | New York | Washington | Pechino |
        Tokyo | Mediterraneo | Adriatico | Alpi | Appennini | Po | Tevere | Arno | Etna | Vesuvio |
        Dolomiti"""
    ),
    organizations=names(
        """Ansa | Rai | Anas | Fiat | Eni | Enel | Ferrovie dello Stato | Trenitalia | Juventus | Inter |
        Milan | Lega | Partito Democratico | Pd | Forza Italia | Fratelli d’Italia | Movimento 5 Stelle |
        Unione europea | Unione Europea | Ue | Onu | Nazioni Unite | Nato | Senato | Camera | Corte
        costituzionale | Cassazione | Corriere della Sera | La Repubblica | Carabinieri | Guardia di
        Finanza | Protezione civile | Cgil | Cisl | Uil | Istat | Cnr | Figc | Comune | Regione |
        Provincia | Legambiente | Confindustria"""
    ),
    given_names=genders(
        """Nino Saverio Corrado Piero Ugo Oreste Fabio Enzo Marco Andrea Giuseppe Giovanni Antonio Luigi
        Francesco Angelo Vincenzo Pietro Salvatore Carlo Franco Domenico Bruno Paolo Michele Giorgio Aldo
        Sergio Luciano Alessandro Roberto Stefano Mario Luca Davide Matteo Lorenzo Simone Riccardo
        Federico Filippo Giacomo Gabriele Alberto Alfredo Claudio Cesare Dario Diego Edoardo Emanuele
        Emilio Enrico Ernesto Fabrizio Fausto Ferdinando Gianni Giancarlo Giulio Guido Leonardo Massimo
        Maurizio Mauro Nicola Osvaldo Pasquale Raffaele Renato Renzo Rocco Romano Silvio Tommaso Umberto
        Valerio Vittorio Walter Gino Tullio Elia Samuele Daniele Cristiano Gennaro Ciro""",
        """Donatella Lidia Beatrice Giada Anja Marina Teresa Ornella Maria Anna Giuseppina Rosa Angela
        Giovanna Lucia Carmela Caterina Francesca Antonietta Carla Elena Concetta Rita Margherita Franca
        Paola Laura Giulia Sara Chiara Valentina Alessandra Silvia Elisa Federica Martina Giorgia Alice
        Sofia Aurora Emma Greta Ginevra Camilla Alessia Barbara Bianca Carlotta Cecilia Claudia Cristina
        Daniela Debora Eleonora Elisabetta Emanuela Erica Eva Fiorella Gabriella Gemma Gloria Grazia
        Ilaria Irene Isabella Ivana Letizia Liliana Lina Loredana Luisa Manuela Marta Michela Milena
        Mirella Monica Nadia Nicoletta Patrizia Piera Raffaella Roberta Rosaria Rosanna Sabrina Serena
        Simona Sonia Stefania Susanna Tiziana Viola Virginia Vittoria""",
    ),
    not_names=words("""sì no grazie forse ogni tutto tutta tutti tutte nessuno nessuna ecco era fu"""),
    age_words=words("anni"),
)
