"""French: « … » with the speaker inside or behind the marks, a-t-il dit. Written by hand for this project."""

from __future__ import annotations

from reader.annotate.languages.grammar import Grammar, genders, names, phrases, words

_PARTICIPLES = """lâché pesté souri prédit suggéré proposé conseillé hurlé relaté rapporté signalé appelé
    qualifié dit savoir déclaré affirmé assuré expliqué ajouté précisé estimé indiqué annoncé raconté confié
        lancé répondu rappelé reconnu souligné insisté regretté déploré dénoncé salué confirmé commenté
        conclu poursuivi résumé plaidé promis demandé jugé prévenu averti admis avoué noté observé martelé
        écrit tweeté soupiré rétorqué répliqué témoigné détaillé constaté concédé fustigé ironisé glissé
        soutenu crié murmuré réagi plaisanté reproché félicité relevé argumenté tempéré renchéri tranché
        interrogé rassuré fait"""

GRAMMAR = Grammar(
    code="fr",
    speaker_inside_marks=True,
    dash_dialogue=True,
    elisions=True,
    inverted_pronouns=words("il elle ils elles on t-il t-elle t-ils t-elles t-on"),
    speech_verbs=words(
        """lâche lâcha résumait pronostique prédit craint espère ressasse insistait savoure philosophe
        maugrée s’étonne s’indigne s’agace se-réjouit décrypte analyse détaille justifie plaidait signale
        rapporte relate reprenait hurle hurla chuchote chuchota bougonne tonne raille s’enthousiasme
        s’insurge s’offusque conseille suggère avance dit disent disait déclare déclarent déclarait
        affirme affirment affirmait assure assurent assurait explique expliquent expliquait ajoute
        ajoutent ajoutait précise précisent précisait estime estiment estimait indique indiquent indiquait
        annonce annoncent raconte racontent racontait confie confient confiait lance lancent lançait
        répond répondent répondit répondait rappelle rappellent reconnaît reconnait reconnaissent souligne
        soulignent insiste insistent regrette regrettent déplore déplorent dénonce dénoncent salue saluent
        confirme confirment commente commentent conclut concluent poursuit poursuivent résume résument
        plaide plaident promet promettent demande demandent demanda juge jugent prévient préviennent
        avertit admet admettent avoue avouent avoua note notent observe observent martèle écrit écrivent
        écrivait soupire soupira sourit sourient rit rétorque réplique répliqua témoigne témoignent
        constate constatent concède ironise glisse soutient soutiennent crie cria criait murmure murmura
        murmurait plaisante renchérit tranche tempère souffle souffla s’amuse s’inquiète s’interroge
        s’exclame s’écria amuse inquiète interroge exclame exclama écria écrie agace félicite félicitent
        réjouit désole étonne indigne insurge grogna grogne balbutia protesta proteste reprit reprend
        continua continue déclara affirma expliqua ajouta lança fit pense pensent parle évoque décrit
        qualifie complète enchaîne abonde argumente argue fulmine peste relativise nuance nuancent
        se-souvient souvient critique critiquent"""
    ),
    participles=words(_PARTICIPLES),
    auxiliaries=words("a ont avait avaient aurait aura"),
    pronouns=genders("il lui", "elle", "on nous je vous tu ce ça cela ils elles eux qui celui-ci celle-ci")
    | genders("-il -t-il", "-elle -t-elle", "-on -t-on -ils -elles -t-ils -t-elles"),
    determiners=words(
        """le la les l’ un une des du son sa ses leur leurs ce cette cet ces notre nos mon ma mes votre vos
        plusieurs certains deux trois quelques tous toutes"""
    ),
    feminine=words("la une cette sa"),
    prepositions=words(
        """à au aux de du des d’ en dans par pour sur sous avec sans chez vers contre entre depuis pendant
        avant après selon malgré devant derrière dès jusqu’ jusque lors hors parmi auprès face grâce via
        outre"""
    ),
    place_prepositions=words("à en"),
    conjunctions=words(
        """et ou mais donc or ni car que qu’ qui quand lorsque lorsqu’ comme si où dont puisque quoi pourquoi
        comment alors tandis puis parce"""
    ),
    complementizers=words("que qu’"),
    skipped=words(
        """ne n’ se s’ m’ t’ me te y nous vous leur aussi encore ensuite alors hier aujourd’hui ici là déjà
        même puis toujours souvent récemment ainsi enfin également seulement jamais pas plus bien tout
        notamment simplement quant lui l’ pourtant cependant demain lundi mardi mercredi jeudi vendredi
        samedi dimanche matin soir d’abord aujourd très trop"""
    ),
    time_nouns=words(
        """lundi mardi mercredi jeudi vendredi samedi dimanche semaine matin soir jour mois veille"""
    ),
    sources_before=phrases("selon | d’ après | pour | aux yeux de | de l’ avis de"),
    particles=words("de du des d’ la le van von der den el ben"),
    titles=genders(
        "m. monsieur mm. père frère sir",
        "mme madame mlle mademoiselle sœur",
        "dr docteur me maître pr professeur",
    ),
    person_nouns=genders(
        """petit-fils neveu astronome éleveur repreneur cuisinier second notaire vétérinaire cordonnier
        brocanteur chauffeur facteur directeur président vice-président maire ministre premier secrétaire
        chef patron porte-parole avocat procureur juge médecin chercheur historien écrivain romancier
        auteur poète peintre artiste musicien chanteur réalisateur cinéaste acteur comédien producteur
        éditeur entraîneur capitaine joueur attaquant gardien défenseur cycliste coureur vainqueur
        champion étudiant professeur instituteur inspecteur préfet député sénateur conseiller candidat
        agriculteur vigneron boulanger pêcheur commerçant vendeur client habitant voisin témoin retraité
        homme père fils frère mari ami collègue entrepreneur expert économiste journaliste reporter prêtre
        évêque pape roi prince policier gendarme commissaire pompier pilote marin visiteur supporter
        spectateur météorologue biologiste physicien ouvrier salarié délégué responsable fondateur
        propriétaire gérant représentant critique galeriste architecte ingénieur sociologue psychologue
        apiculteur organisateur sélectionneur international milieu adjoint élu restaurateur passant
        riverain parent oncle cousin grand-père géologue climatologue archéologue metteur chorégraphe""",
        """nièce petite-fille astronome-e cuisinière notaire-e directrice présidente vice-présidente mairesse
        ministre-e cheffe patronne avocate procureure médecin-e chercheuse historienne écrivaine
        romancière autrice auteure poétesse peintresse musicienne chanteuse réalisatrice actrice
        comédienne productrice éditrice entraîneuse capitaine-e joueuse attaquante gardienne championne
        étudiante professeure institutrice inspectrice préfète députée sénatrice conseillère candidate
        agricultrice éleveuse vigneronne boulangère commerçante vendeuse cliente habitante voisine
        retraitée femme mère fille sœur épouse amie collègue-e entrepreneuse experte policière visiteuse
        spectatrice ouvrière salariée déléguée fondatrice propriétaire-e gérante représentante
        bibliothécaire infirmière ingénieure sociologue-e adjointe élue restauratrice riveraine tante
        cousine grand-mère danseuse chorégraphe-e""",
        """gouvernement ministère mairie préfecture police parquet tribunal entreprise société direction
        association syndicat parti opposition organisateurs habitants riverains salariés experts
        chercheurs journal quotidien communiqué rapport famille parents élèves clients""",
    ),
    organization_nouns=words(
        """muséum étoile lycée université institut école collège ministère tribunal cour banque société
        groupe compagnie association fédération syndicat parti club musée théâtre opéra fondation agence
        journal quotidien radio hôpital entreprise usine académie conseil assemblée sénat commission
        comité union olympique stade racing as fc rc centre mairie maison orchestre éditions chaîne
        hebdomadaire magazine collectif coopérative laboratoire observatoire parquet rectorat
        conservatoire clinique start-up"""
    ),
    place_nouns=words(
        """ville village commune île région département province quartier fleuve rivière mont lac port pays
        capitale banlieue vallée place rue avenue boulevard gare forêt baie"""
    ),
    work_nouns=words(
        """roman livre film chanson album titre série poème pièce tableau opéra essai exposition documentaire
        recueil intitulé intitulée spectacle nouvelle disque œuvre baptisé baptisée émission"""
    ),
    months=(
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
    weekdays=words("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    places=names(
        """France | Allemagne | Italie | Espagne | Portugal | Belgique | Suisse | Luxembourg | Pays-Bas |
        Royaume-Uni | Angleterre | Irlande | Écosse | Danemark | Suède | Norvège | Finlande | Pologne |
        Autriche | Grèce | Turquie | Russie | Ukraine | États-Unis | Canada | Québec | Mexique | Brésil |
        Argentine | Chine | Japon | Inde | Maroc | Algérie | Tunisie | Égypte | Sénégal | Mali | Côte
        d’Ivoire | Cameroun | Liban | Syrie | Irak | Iran | Israël | Europe | Afrique | Asie | Amérique |
        Paris | Lyon | Marseille | Toulouse | Nice | Nantes | Strasbourg | Montpellier | Bordeaux | Lille
        | Rennes | Reims | Grenoble | Dijon | Angers | Nîmes | Brest | Le Havre | Le Mans |
        Clermont-Ferrand | Limoges | Tours | Amiens | Metz | Perpignan | Besançon | Orléans | Rouen | Caen
        | Nancy | Cannes | Avignon | Poitiers | La Rochelle | Lorient | Quimper | Bayonne | Pau |
        Bruxelles | Liège | Namur | Genève | Lausanne | Zurich | Berne | Montréal | Ottawa | Londres |
        Rome | Milan | Venise | Naples | Madrid | Barcelone | Lisbonne | Berlin | Munich | Vienne |
        Varsovie | Prague | Moscou | Kiev | Kyiv | Athènes | Istanbul | Dakar | Abidjan | Alger | Tunis |
        Rabat | Casablanca | Le Caire | Beyrouth | New York | Washington | Pékin | Tokyo | Bretagne |
        Normandie | Provence | Alsace | Corse | Bourgogne | Auvergne | Aquitaine | Occitanie | Picardie |
        Champagne | Lorraine | Savoie | Alpes | Pyrénées | Jura | Vosges | Loire | Seine | Rhône | Garonne
        | Méditerranée | Atlantique | Île-de-France | Vendée | Finistère | Morbihan | Isère | Var |
        Gironde"""
    ),
    organizations=names(
        """AFP | SNCF | EDF | RATP | Renault | Airbus | Air France | Le Monde | Le Figaro | Libération |
        Union européenne | UE | ONU | Nations unies | Otan | OTAN | Sénat | Assemblée nationale | Conseil
        d’État | France Inter | Parti socialiste | Rassemblement national | CGT | CFDT | CNRS | Insee |
        État"""
    ),
    given_names=genders(
        """Étienne Lucien Karim Mathieu Alain Hugo Bruno Yann Marcel Jean Pierre Michel André Philippe
        Jacques Bernard Daniel Patrick Christophe Nicolas Laurent Éric Pascal Olivier François Frédéric
        Thierry Stéphane David Sébastien Julien Thomas Alexandre Antoine Guillaume Vincent Maxime Kevin
        Romain Benoît Cédric Arnaud Fabrice Gilles Guy Henri Louis Charles Paul Robert Roger Georges
        Claude Denis Didier Dominique Emmanuel Franck Gérard Hervé Jérôme Ludovic Luc Marc Maurice Raphaël
        Raymond René Roland Serge Simon Théo Xavier Yves Yannick Mehdi Mohamed Ahmed Rachid Samir Léo
        Lucas Gabriel Adrien Baptiste Clément Damien Édouard Félix Gaston Jules Victor Adam Arthur Joseph
        Léon Loïc Erwan Fabien Florian Grégoire Joël Mathis""",
        """Sylvie Noémie Hélène Claire Marie Nathalie Isabelle Catherine Sophie Sandrine Véronique Anne
        Valérie Céline Julie Aurélie Émilie Camille Léa Manon Chloé Sarah Laura Pauline Marion Mathilde
        Charlotte Juliette Alice Louise Jeanne Marguerite Monique Françoise Martine Christine Brigitte
        Nicole Jacqueline Chantal Patricia Florence Laurence Caroline Virginie Stéphanie Élodie Delphine
        Corinne Agnès Béatrice Cécile Denise Élisabeth Emma Estelle Eva Fatima Gabrielle Geneviève Inès
        Irène Jade Josette Justine Karine Lucie Lydie Madeleine Margaux Mélanie Michèle Mireille Muriel
        Nadia Odile Odette Pascale Rachel Renée Sabrina Simone Solange Suzanne Thérèse Victoire Yvette
        Yvonne Zoé Aïcha Leïla Nora Maud Maëlle Gaëlle""",
    ),
    not_names=words(
        """oui non merci hélas bref certes voilà voici bonjour aucun aucune chaque pourtant cependant"""
    ),
    age_words=words("ans"),
)
