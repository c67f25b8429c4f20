"""Portuguese of Portugal and Brazil: “…”, disse X; disse-lhe. Written by hand for this project."""

from __future__ import annotations

from reader.annotate.languages.grammar import Grammar, genders, names, phrases, words

GRAMMAR = Grammar(
    code="pt",
    subject_dropped=True,
    speaker_inside_marks=True,
    dash_dialogue=True,
    date_joint="de",
    speech_verbs=words(
        """ri-se ri propôs propõe sugeriu sugere aconselhou recomendou previu prevê agradeceu agradece
        rejeitou rejeita negou nega ironiza resmungou resmunga gracejou graceja sussurra murmura ponderou
        pondera avaliou avalia destacava orgulha emenda emendou arrematou arremata vaticinou dispara
        disparou cobrou cobra teme espera chamou disse diz dizem disseram dizia afirmou afirma afirmam
        afirmaram afirmava declarou declara declararam explicou explica explicam explicaram acrescentou
        acrescenta contou conta contam contaram contava lembrou lembra recordou recorda recordam garantiu
        garante garantem assegurou assegura respondeu responde respondem perguntou pergunta perguntam
        comentou comenta ressaltou ressalta destacou destaca salientou salienta sublinhou sublinha frisou
        frisa admitiu admite admitem confessou confessa confirmou confirma anunciou anuncia prometeu
        promete prometeram avisou avisa alertou alerta advertiu adverte denunciou denuncia lamentou
        lamenta lamentam criticou critica defendeu defende defendem considerou considera consideram
        reconheceu reconhece observou observa argumentou argumenta insistiu insiste reiterou reitera
        concluiu conclui completou completa prosseguiu prossegue continuou continua exclamou exclama
        gritou grita gritava sussurrou murmurou brincou brinca ironizou desabafou desabafa suspirou
        suspira protestou protesta rebateu rebate replicou retorquiu escreveu escreve informou informa
        revelou revela elogiou elogia apontou aponta relatou relata opinou opina pensa acha achou acredita
        sorriu sorri riu reagiu reage descreveu descreve classificou classifica referiu refere adiantou
        adianta esclareceu esclarece notou nota pediu pede exigiu celebrou comemorou comemora resumiu
        resume rematou atirou justificou justifica reclamou reclama"""
    ),
    participles=words(
        """dito afirmado declarado explicado acrescentado contado garantido respondido perguntado referido"""
    ),
    auxiliaries=words("tinha tinham tem têm havia"),
    pronouns=genders("ele", "ela", "eles elas nós eu você vocês isto isso quem que tu"),
    determiners=words(
        """o a os as um uma uns umas seu sua seus suas este esta esse essa aquele aquela meu minha nosso
        nossa vários várias alguns algumas muitos muitas dois duas três outro outra outros"""
    ),
    feminine=words("a uma esta essa sua"),
    prepositions=words(
        """a à ao aos às ante após até com contra de do da dos das desde durante em no na nos nas num numa
        neste nesta nesse nessa deste desta desse dessa entre para perante por pelo pela pelos pelas sem
        sob sobre segundo conforme junto"""
    ),
    place_prepositions=words("em"),
    conjunctions=words(
        """e ou mas porém porque que quando como se onde enquanto pois nem cujo cuja qual quais quê quem logo
        embora também"""
    ),
    complementizers=words("que"),
    skipped=words(
        """não se me lhe lhes nos já também ainda depois então ontem hoje amanhã agora aqui ali sempre nunca
        só apenas mais muito bem assim logo finalmente recentemente emocionado emocionada aliviado
        aliviada convicto"""
    ),
    time_nouns=words(
        """segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo semana mês ano dia
        noite passado passada tarde manhã"""
    ),
    sources_before=phrases("""segundo | para | de acordo com | conforme | na opinião de | nas palavras de"""),
    particles=words("de da do das dos e d’ van von el"),
    titles=genders(
        "senhor seu sr. sr dom padre frei",
        "senhora dona sra. sra d. irmã",
        "dr. dra. dr doutor doutora professor professora",
    ),
    person_nouns=genders(
        """neto sobrinho carnavalesco investidor comandante relator executivo sismólogo taxista carteiro
        carpinteiro presidente vice-presidente prefeito ministro secretário vereador deputado senador
        governador diretor director chefe porta-voz advogado procurador juiz médico investigador
        pesquisador cientista historiador escritor autor poeta pintor artista músico cantor fadista
        guitarrista produtor cineasta ator actor editor treinador técnico selecionador capitão jogador
        atacante avançado goleiro guarda-redes zagueiro ciclista estudante professor candidato agricultor
        pescador padeiro comerciante vendedor cliente vizinho testemunha reformado aposentado homem pai
        filho irmão marido avô amigo colega empresário especialista economista jornalista repórter padre
        bispo papa rei príncipe policial polícia coronel tenente delegado bombeiro piloto marinheiro
        motorista visitante torcedor adepto espectador meteorologista biólogo físico geólogo arqueólogo
        espeleólogo operário trabalhador funcionário responsável fundador dono proprietário representante
        crítico arquiteto arquitecto engenheiro sociólogo psicólogo apicultor general cozinheiro reitor
        líder ativista analista chanceler campeão morador autarca romancista menino rapaz""",
        """neta sobrinha porta-bandeira surfista parteira presidenta prefeita ministra secretária vereadora
        deputada senadora governadora diretora directora advogada procuradora juíza médica investigadora
        pesquisadora historiadora escritora autora poetisa pintora cantora produtora atriz actriz editora
        treinadora técnica jogadora professora candidata agricultora padeira vendedora vizinha reformada
        aposentada mulher mãe filha irmã esposa avó amiga empresária rainha princesa costureira bióloga
        física geóloga arqueóloga operária trabalhadora funcionária fundadora dona proprietária arquiteta
        arquitecta engenheira socióloga psicóloga cozinheira reitora enfermeira bibliotecária campeã
        moradora menina rapariga delegada""",
        """governo ministério prefeitura câmara polícia procuradoria tribunal empresa companhia associação
        sindicato partido oposição comunicado nota relatório organização família moradores pais clube
        jornal fadista artista médicos trabalhadores especialistas""",
    ),
    organization_nouns=words(
        """unidos acadêmicos escola polícia universidade instituto colégio ministério tribunal banco
        sociedade grupo companhia associação federação sindicato partido clube museu teatro ópera fundação
        agência jornal diário rádio hospital empresa academia conselho assembleia senado comissão comitê
        comité união junta atlético sporting benfica fc sc ec cr centro prefeitura câmara orquestra
        editora emissora revista cooperativa laboratório observatório defesa confederação movimento
        faculdade secretaria"""
    ),
    place_nouns=words(
        """cidade vila aldeia ilha região província bairro rio serra monte lago porto país capital vale praça
        rua avenida município freguesia concelho distrito estado praia estação localidade baía"""
    ),
    work_nouns=words(
        """romance livro filme canção álbum disco título série poema obra quadro ópera ensaio exposição
        documentário intitulado intitulada tema conto chama-se chamado chamada espetáculo música peça"""
    ),
    months=(
        "janeiro",
        "fevereiro",
        "março",
        "abril",
        "maio",
        "junho",
        "julho",
        "agosto",
        "setembro",
        "outubro",
        "novembro",
        "dezembro",
    ),
    weekdays=words("""segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo"""),
    places=names(
        """Portugal | Brasil | Angola | Moçambique | Cabo Verde | Guiné-Bissau | Timor-Leste | Espanha |
        França | Itália | Alemanha | Reino Unido | Inglaterra | Irlanda | Bélgica | Holanda | Países
        Baixos | Suíça | Áustria | Suécia | Noruega | Dinamarca | Polônia | Polónia | Rússia | Ucrânia |
        Grécia | Turquia | Estados Unidos | EUA | Canadá | México | Argentina | Uruguai | Paraguai | Chile
        | Bolívia | Peru | Colômbia | Venezuela | China | Japão | Índia | Marrocos | Egito | Israel |
        Síria | Irão | Irã | Iraque | Europa | África | Ásia | América | Lisboa | Porto | Braga | Coimbra
        | Faro | Évora | Aveiro | Setúbal | Viseu | Leiria | Guimarães | Funchal | Sintra | Cascais |
        Bragança | Beja | Santarém | Guarda | Castelo Branco | Algarve | Alentejo | Minho | Madeira |
        Açores | Douro | Tejo | São Paulo | Rio de Janeiro | Brasília | Salvador | Fortaleza | Belo
        Horizonte | Manaus | Curitiba | Recife | Porto Alegre | Belém | Goiânia | Campinas | São Luís |
        Maceió | Natal | Teresina | João Pessoa | Aracaju | Cuiabá | Florianópolis | Santos | Minas Gerais
        | Bahia | Pernambuco | Ceará | Paraná | Santa Catarina | Rio Grande do Sul | Goiás | Mato Grosso |
        Pará | Amazonas | Amazônia | Luanda | Maputo | Madri | Madrid | Barcelona | Paris | Londres | Roma
        | Berlim | Bruxelas | Genebra | Viena | Moscou | Moscovo | Atenas | Nova York | Nova Iorque |
        Washington | Pequim | Tóquio | Mediterrâneo | Atlântico | Nordeste"""
    ),
    organizations=names(
        """Petrobras | Globo | PT | PSD | PS | PL | MDB | União Europeia | UE | ONU | Nações Unidas | Otan |
        NATO | Senado | Câmara dos Deputados | Supremo Tribunal Federal | STF | Lusa | RTP | TAP | Benfica
        | Sporting | Flamengo | Corinthians | Palmeiras | Defesa Civil | Polícia Federal | Proteção Civil
        | GNR | PSP | IBGE | Público | Folha de S. Paulo | Ibama | Fiocruz | Governo | Assembleia da
        República | Ministério Público"""
    ),
    given_names=genders(
        """Abílio Valdir Rui Duarte Wellington Sérgio Everton Carlos Nuno Adelino Hélder José João António
        Antônio Francisco Manuel Pedro Paulo Luís Luiz Miguel Ricardo Rafael Fernando Alberto Álvaro Diogo
        Tiago Thiago André Bruno Gonçalo Hugo Jorge Marco Marcos Mário Nelson Orlando Rodrigo Rogério
        Rúben Samuel Vasco Vítor Victor Gustavo Guilherme Gabriel Felipe Filipe Fábio Eduardo Edson
        Emerson Daniel Davi Caio César Cláudio Augusto Artur Armando Anderson Alexandre Afonso Adriano
        Leandro Leonardo Lucas Luciano Marcelo Maurício Mateus Otávio Renato Roberto Sebastião Simão Tomás
        Wagner Wesley Xavier Zeca Joaquim Jaime Domingos Raimundo Severino Osvaldo Ivo Ícaro Heitor
        Bernardo Martim Salvador""",
        """Jussara Marlene Amália Filipa Graça Maria Ana Joana Inês Catarina Mariana Marta Sofia Beatriz
        Carolina Rita Sara Teresa Isabel Helena Luísa Margarida Leonor Matilde Francisca Raquel Patrícia
        Sandra Susana Sónia Sônia Cristina Fernanda Juliana Camila Larissa Letícia Amanda Bruna Aline
        Adriana Alice Antónia Aparecida Bianca Cecília Clara Cláudia Conceição Daniela Débora Denise Edna
        Elaine Eliane Elza Fabiana Fátima Gabriela Glória Heloísa Irene Iracema Jéssica Josefa Júlia Lúcia
        Luana Luciana Manuela Marina Márcia Mônica Mónica Natália Neide Olga Paula Priscila Regina Renata
        Rosa Rosângela Silvana Simone Solange Tânia Tatiana Valéria Vanessa Vera Verônica Virgínia Vitória
        Yara Zélia Laura Lídia""",
    ),
    not_names=words(
        """sim não obrigado obrigada talvez tal tudo cada nada ninguém nenhum nenhuma há era foi é"""
    ),
    age_words=words("anos"),
)
