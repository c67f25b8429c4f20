"""Spanish: “…”, dijo X; —Vamos —dijo X—. The pronoun is left out. Written by hand for this project."""

from __future__ import annotations

from reader.annotate.languages.grammar import Grammar, genders, names, phrases, words

GRAMMAR = Grammar(
    code="es",
    subject_dropped=True,
    speaker_inside_marks=True,
    dash_dialogue=True,
    date_joint="de",
    speech_verbs=words(
        """pronosticó pronostica auguró augura vaticinó vaticina sugirió sugiere propuso propone aconsejó
        aconseja recomendó recomienda reprochó reprocha justificó justifica adelantó adelanta avanzó
        avanza comunicó comunica informó informa informaron reivindicó reivindica clamó clama protestaba
        soltó suelta presumió presume rechazó rechaza aplaudió aplaude agradeció agradece negó niega dijo
        dice dicen dijeron decía afirmó afirma afirman afirmaron afirmaba declaró declara declararon
        señaló señala señalan señalaron aseguró asegura aseguran aseguraron aseguraba explicó explica
        explican explicaron explicaba añadió añade añaden añadieron agregó agrega contó cuenta cuentan
        contaron contaba relató relata relatan recordó recuerda recuerdan recordaba lamentó lamenta
        lamentan lamentaron criticó critica critican denunció denuncia denuncian advirtió advierte
        advierten sostuvo sostiene sostienen respondió responde responden respondieron contestó contesta
        preguntó pregunta preguntan comentó comenta comentan indicó indica precisó precisa insistió
        insiste insisten subrayó subraya destacó destaca destacan reconoció reconoce reconocen admitió
        admite admiten confesó confiesa confirmó confirma anunció anuncia prometió promete prometieron
        manifestó manifiesta expresó expresa exclamó exclama gritó grita gritaba gritaron susurró susurra
        murmuró murmura bromeó bromea ironizó ironiza concluyó concluye zanjó zanja matizó matiza opinó
        opina opinan consideró considera reiteró reitera replicó replica resumió resume celebró celebra
        celebraron escribió escribe apuntó apunta reflexionó reflexiona detalló detalla argumentó
        argumenta pidió pide exigió exige aclaró aclara quejó queja suspiró suspira rio ríe sonríe
        continuó continúa prosiguió prosigue describió describe calificó califica apostilló apostilla
        remachó remacha defendió defiende alertó alerta sentenció sentencia cree piensa avisó avisa
        garantizó garantiza bromeaba revela reveló felicitó protesta protestó ruega rogó"""
    ),
    participles=words(
        """pronosticado sugerido propuesto aconsejado agradecido negado informado rechazado dicho afirmado
        declarado señalado asegurado explicado añadido agregado contado relatado recordado lamentado
        criticado denunciado advertido sostenido respondido contestado preguntado comentado indicado
        precisado insistido subrayado destacado reconocido admitido confesado confirmado anunciado
        prometido manifestado expresado bromeado ironizado concluido zanjado matizado opinado reiterado
        replicado resumido celebrado escrito apuntado detallado argumentado pedido exigido aclarado
        alertado defendido avisado"""
    ),
    auxiliaries=words("ha han había habían"),
    pronouns=genders("él", "ella", "ellos ellas nosotros yo usted ustedes esto eso quien que uno tú"),
    determiners=words(
        """el la los las un una unos unas su sus este esta estos estas ese esa aquel aquella mi mis nuestro
        nuestra varios varias algunos algunas muchos muchas dos tres otro otra otros"""
    ),
    feminine=words("la una esta esa"),
    prepositions=words(
        """a al ante bajo con contra de del desde durante en entre hacia hasta mediante para por según sin
        sobre tras vía excepto salvo"""
    ),
    place_prepositions=words("en a"),
    conjunctions=words(
        """y e o u pero sino aunque porque que cuando como si donde mientras pues ni cual cuyo cuya qué quién
        cómo cuándo dónde"""
    ),
    complementizers=words("que"),
    skipped=words(
        """no se me le les lo nos te ya también además después luego entonces ayer hoy anoche mañana ahora
        aquí allí siempre nunca sólo solo más muy bien así incluso todavía aún finalmente recientemente
        públicamente entre-risas tajante convencido convencida satisfecho satisfecha"""
    ),
    time_nouns=words(
        """lunes martes miércoles jueves viernes sábado domingo semana mes año día noche pasado pasada tarde
        mañana"""
    ),
    sources_before=phrases(
        """según | para | de acuerdo con | en opinión de | a juicio de | en palabras de"""
    ),
    particles=words("de del la las los y e i da van von el"),
    titles=genders(
        "señor don sr. sr d. padre fray",
        "señora doña sra. sra señorita dña. madre sor",
        "dr. dra. dr profesor profesora doctor doctora",
    ),
    person_nouns=genders(
        """nieto sobrino perito sismólogo exalcalde exministro expresidente maquinista cartero taxista poeta
        presidente vicepresidente alcalde ministro consejero concejal diputado senador gobernador
        secretario director jefe portavoz vocero abogado fiscal juez médico doctor investigador científico
        historiador escritor autor pintor artista músico cantante productor cineasta actor editor
        entrenador técnico seleccionador capitán jugador delantero portero defensa centrocampista ciclista
        estudiante profesor maestro candidato agricultor ganadero pescador panadero comerciante vendedor
        cliente vecino testigo jubilado hombre padre hijo hermano marido abuelo amigo colega empresario
        experto economista periodista reportero cura obispo papa rey príncipe policía sargento comisario
        bombero piloto marinero conductor visitante aficionado espectador meteorólogo biólogo físico
        geólogo arqueólogo obrero trabajador empleado delegado responsable fundador dueño propietario
        representante crítico arquitecto ingeniero sociólogo psicólogo apicultor rival coronel teniente
        general cocinero chef librero rector líder activista analista premier canciller campeón""",
        """nieta sobrina perita poetisa poeta-a fiscala conductora presidenta vicepresidenta alcaldesa
        ministra consejera concejala diputada senadora gobernadora secretaria directora jefa abogada jueza
        médica doctora investigadora científica historiadora escritora autora pintora música productora
        actriz editora entrenadora técnica seleccionadora capitana jugadora delantera portera profesora
        maestra candidata agricultora ganadera panadera vendedora clienta vecina jubilada mujer madre hija
        hermana esposa abuela amiga empresaria experta reina princesa bombera visitante-a bióloga física
        geóloga arqueóloga obrera trabajadora empleada delegada fundadora dueña propietaria arquitecta
        ingeniera socióloga psicóloga cocinera librera rectora enfermera bibliotecaria campeona""",
        """gobierno ministerio ayuntamiento policía fiscalía juzgado tribunal empresa compañía asociación
        sindicato partido oposición comunicado informe organización familia vecinos padres club periódico
        diario cantante artista médicos trabajadores expertos portavoces""",
    ),
    organization_nouns=words(
        """audiencia protección cooperativa universidad instituto escuela colegio ministerio tribunal banco
        sociedad grupo compañía asociación federación sindicato partido club museo teatro ópera fundación
        agencia diario periódico radio hospital empresa academia consejo asamblea senado comisión comité
        unión junta deportivo real atlético racing sporting cd cf fc ud centro ayuntamiento orquesta
        editorial cadena revista laboratorio observatorio guardia cámara confederación consejería
        plataforma coordinadora organización"""
    ),
    place_nouns=words(
        """ciudad pueblo isla región provincia barrio río sierra monte lago puerto país capital valle plaza
        calle avenida municipio aldea comarca embalse playa estación localidad villa bahía departamento"""
    ),
    work_nouns=words(
        """novela libro película canción álbum disco título serie poema obra cuadro ópera ensayo exposición
        documental titulado titulada tema relato cuento llamado llamada espectáculo"""
    ),
    months=(
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ),
    weekdays=words("lunes martes miércoles jueves viernes sábado domingo"),
    places=names(
        """España | Portugal | Francia | Italia | Alemania | Reino Unido | Inglaterra | Irlanda | Bélgica |
        Países Bajos | Holanda | Suiza | Austria | Suecia | Noruega | Dinamarca | Finlandia | Polonia |
        Rusia | Ucrania | Grecia | Turquía | Estados Unidos | EE UU | EE. UU. | Canadá | México |
        Guatemala | Honduras | El Salvador | Nicaragua | Costa Rica | Panamá | Cuba | Colombia | Venezuela
        | Ecuador | Perú | Bolivia | Chile | Argentina | Uruguay | Paraguay | Brasil | República
        Dominicana | Puerto Rico | China | Japón | India | Marruecos | Argelia | Egipto | Israel | Siria |
        Irán | Irak | Europa | África | Asia | América | América Latina | Latinoamérica | Madrid |
        Barcelona | Valencia | Sevilla | Zaragoza | Málaga | Murcia | Palma | Bilbao | Alicante | Córdoba
        | Valladolid | Vigo | Gijón | Oviedo | Granada | Vitoria | Elche | Pamplona | Santander | Burgos |
        Salamanca | Toledo | Cádiz | Huelva | Almería | Jaén | León | Logroño | San Sebastián | La Coruña
        | Lugo | Ourense | Pontevedra | Cáceres | Badajoz | Teruel | Huesca | Soria | Segovia | Ávila |
        Cuenca | Guadalajara | Tarragona | Lérida | Girona | Castellón | Buenos Aires | Rosario | Bogotá |
        Medellín | Cali | Lima | Cusco | Quito | Guayaquil | Caracas | Santiago | Valparaíso | Montevideo
        | Asunción | La Paz | Ciudad de México | Monterrey | La Habana | San José | Andalucía | Cataluña |
        Galicia | Asturias | Cantabria | País Vasco | Navarra | La Rioja | Aragón | Castilla | Extremadura
        | Canarias | Baleares | Londres | París | Roma | Milán | Berlín | Lisboa | Bruselas | Ginebra |
        Viena | Moscú | Atenas | Nueva York | Washington | Pekín | Tokio | Miami | Los Ángeles |
        Mediterráneo | Atlántico | Pirineos | Andes | Pacífico | Amazonía | Patagonia | Tenerife |
        Mallorca | Ibiza"""
    ),
    organizations=names(
        """Efe | EFE | PSOE | PP | Vox | Sumar | Podemos | Guardia Civil | Policía Nacional | Unión Europea |
        UE | ONU | Naciones Unidas | OTAN | Congreso | Senado | Tribunal Supremo | Tribunal Constitucional
        | Renfe | Iberia | Telefónica | Repsol | RTVE | El País | El Mundo | Real Madrid | Cruz Roja |
        CSIC | Gobierno | Generalitat"""
    ),
    given_names=genders(
        """Anselmo Germán Nico Ramiro Julián Pablo Fermín Benito Tomás Andrés José Juan Antonio Manuel
        Francisco Luis Javier Miguel Carlos Jesús Pedro Alejandro Rafael Fernando Alberto Álvaro Adrián
        Diego Raúl Sergio Jorge Iván Rubén Óscar Víctor Enrique Ramón Vicente Joaquín Santiago Eduardo
        Ignacio Jaime Ricardo Salvador Emilio Alfonso Alfredo Arturo Agustín Bernardo César Cristóbal
        Daniel David Domingo Ernesto Esteban Felipe Félix Gabriel Gonzalo Guillermo Gustavo Hugo Ismael
        Jacinto Joan Jordi Leonardo Lorenzo Lucas Marcos Mariano Mario Martín Mateo Mauricio Maximiliano
        Nicolás Pau Rodrigo Rodolfo Román Samuel Saúl Simón Xavier Hernán Facundo Matías Sebastián Iker
        Unai Aitor Mikel""",
        """Rosario Inés Martina Carmen Lucía María Ana Isabel Laura Cristina Marta Sara Elena Paula Raquel
        Rosa Pilar Dolores Teresa Mercedes Josefa Julia Silvia Beatriz Patricia Sofía Alba Irene Andrea
        Nuria Eva Sandra Mónica Alicia Susana Sonia Yolanda Victoria Margarita Amparo Ángela Aurora Blanca
        Carla Carolina Catalina Celia Clara Claudia Consuelo Daniela Diana Emilia Encarnación Esperanza
        Esther Eugenia Fátima Gabriela Gloria Inmaculada Jimena Juana Leonor Lidia Lola Lorena Luisa Luz
        Magdalena Manuela Mariana Maite Miriam Natalia Noelia Olga Paloma Paz Remedios Rocío Salomé
        Soledad Valentina Valeria Verónica Virginia Ximena Begoña Montserrat Núria Leire Ainhoa Camila
        Antonia Concepción""",
    ),
    not_names=words(
        """sí no gracias quizá quizás tal todo toda todos todas cada nada nadie ninguno ninguna hay era fue"""
    ),
    age_words=words("años"),
)
