package fr.convergence.portail.acces;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * À qui sont les objets que chaque route désigne. {@link Acces} dit quels rôles entrent ; ceci, lesquels des admis voient
 * l'objet. Une route écrite nulle part fait échouer {@link RoutesEtRolesTest}.
 */
enum PorteeDesRoutes {

    /** Rien de personnel : la même page pour tous. */
    PUBLIQUE("""
            GET /
            GET /accessibilite
            GET /activation/envoi
            GET /activation/renvoi
            POST /activation/renvois
            GET+POST /activation/{jeton}
            GET /aide
            GET /aide/{guide}
            POST /captcha/{id}
            GET /captcha/{id}/image
            GET /captcha/{id}/son
            GET /cgu
            GET+POST /connexion
            GET+POST /connexion/code
            POST /connexion/code/envois
            GET /connexion/entreprise
            GET+POST /connexion/equipe
            GET+POST /connexion/equipe/application
            GET+POST /connexion/cle
            GET+POST /connexion/equipe/cle
            GET+POST /connexion/equipe/code
            GET+POST /connexion/secours
            GET /contact
            GET /convention/{jeton}
            GET+POST /convention/{jeton}/codes
            GET /convention/{jeton}/document.pdf
            GET /convention/{jeton}/preuve.pdf
            GET+POST /convention/{jeton}/refus
            GET+POST /convention/{jeton}/signatures
            GET /donnees-personnelles
            GET /error
            GET /guichets
            GET /inscription
            GET /inscription/entreprise
            GET /inscription/etablissement
            POST /inscription/etablissement
            GET /inscription/etablissement/choix
            POST /inscription/etablissement/choix
            GET /inscription/etablissement/entites
            GET /inscription/fin
            GET /inscription/informations
            POST /inscription/informations
            GET /inscription/recapitulatif
            POST /inscription/recapitulatif
            GET /inscription/region
            GET /invitation/{jeton}
            POST /invitation/{jeton}
            GET /mentions-legales
            GET /mot-de-passe-oublie
            POST /mot-de-passe-oublie
            GET /mot-de-passe-oublie/envoi
            GET /mot-de-passe-oublie/{jeton}
            POST /mot-de-passe-oublie/{jeton}
            POST /partenaires/yousign
            GET /plan-du-site
            GET /verification
            GET /verification/{reference}/{code}
            """),

    /** Tout le rôle, ou les seules données de la personne connectée : l'adresse ne désigne l'objet de personne. */
    ROLE("""
            OPTIONS /dossiers/{reference}/{etape}/televersements/{lot}/{question}
            OPTIONS /dossiers/{reference}/{etape}/televersements/{question}
            GET /administration
            GET /administration/accueil
            GET /administration/accueil/{nom}
            POST /administration/accueil/{nom}
            POST /administration/accueil/{nom}/retablissements
            GET /administration/comptes
            GET /administration/comptes/{id}
            GET /administration/comptes/{id}/{chemin}
            POST /administration/comptes/{id}/{chemin}
            GET /administration/conteneurs
            POST /administration/conteneurs/imports
            GET /administration/courriels
            POST /administration/courriels/{courriel}/relances
            POST /administration/invitations
            POST /administration/definitions
            POST /administration/definitions/examens
            GET /administration/definitions/nouvelle
            GET /administration/formulaires/{code}/{version}
            GET /administration/guichets
            GET /administration/guichets/{code}/{version}
            GET /administration/invitations/nouvelle
            GET /administration/journal
            POST /administration/journal/verifications
            GET /administration/modeles
            GET /administration/modeles/{paquet}/{fichier}
            POST /administration/modeles/{paquet}/{fichier}
            POST /administration/modeles/{paquet}/{fichier}/apercus
            POST /administration/modeles/{paquet}/{fichier}/retablissements
            GET /administration/plafonds
            POST /administration/plafonds/imports
            GET /administration/plafonds/imports/{id}
            GET /administration/referents
            GET /administration/referents/{id}
            GET+POST /administration/referents/{id}/second-facteur
            GET /administration/referentiel
            POST /administration/referentiel/imports
            GET /administration/referentiel/imports/{id}
            POST /administration/referentiel/imports/{id}/abandons
            POST /administration/referentiel/imports/{id}/confirmations
            GET /administration/referentiel/imports/{id}/rejets
            GET /administration/reprises
            GET /administration/reprises/{reference}
            POST /administration/reprises/{reference}
            GET /administration/reprises/{reference}/preuve
            POST /administration/reprises/{reference}/preuves
            GET /administration/transferts
            GET /administration/transferts/{reference}
            POST /administration/transferts/{reference}
            GET /candidater
            GET /cgu/acceptation
            POST /cgu/acceptation
            GET /compte
            GET+POST /compte/cles-d-acces
            GET+POST /compte/cles-d-acces/nouvelle
            POST /compte/cles-d-acces/retraits
            GET /compte/collaborateurs/{collaborateur}
            GET /compte/collaborateurs/{collaborateur}/transfert
            POST /compte/collaborateurs/{collaborateur}/transferts
            GET /compte/donnees
            GET /compte/donnees/export
            GET+POST /compte/etablissements
            GET /compte/etablissements/ajout
            POST /compte/etablissements/retraits
            GET+POST /compte/informations
            GET+POST /compte/mot-de-passe
            GET+POST /compte/reprises
            GET /compte/reprises/nouvelle
            POST /compte/reprises/retraits
            GET+POST /compte/notifications
            GET /compte/second-facteur
            GET+POST /compte/second-facteur/application
            GET+POST /compte/second-facteur/codes
            GET /compte/second-facteur/codes/a-noter
            GET+POST /compte/second-facteur/relier
            GET+POST /compte/second-facteur/retrait
            GET /compte/sessions
            POST /compte/sessions/codes
            POST /compte/sessions/fins
            POST /compte/sessions/fins-des-autres
            POST /compte/suppression
            POST /dossiers
            GET /instruction
            GET /instruction/fournees
            POST /instruction/fournees
            GET /instruction/fournees/nouveau
            GET /instruction/exports
            POST /instruction/exports
            GET /instruction/exports/nouveau
            GET /instruction/paiements
            GET /instruction/paiements.csv
            POST /instruction/vues
            POST /instruction/vues/retraits
            POST /session/prolongations
            GET /tableau-de-bord
            GET /trames/{trame}
            """),

    /** Un dossier : le référent qui le porte. */
    DOSSIER("""
            GET /dossiers/{reference}
            GET /dossiers/{reference}/contacts
            GET /dossiers/{reference}/contacts/{question}
            POST /dossiers/{reference}/contacts/{question}
            POST /dossiers/{reference}/conventions
            GET /dossiers/{reference}/conventions/{numero}.pdf
            GET /dossiers/{reference}/conventions/{numero}/preuve.pdf
            GET /dossiers/{reference}/copie.pdf
            GET /dossiers/{reference}/copie.zip
            GET /dossiers/{reference}/historique
            GET /dossiers/{reference}/messages
            POST /dossiers/{reference}/messages
            GET /dossiers/{reference}/messages/pieces/{jointe}
            GET /dossiers/{reference}/reconduction
            POST /dossiers/{reference}/reconduction
            GET /dossiers/{reference}/reprise
            POST /dossiers/{reference}/reprise/acceptations
            POST /dossiers/{reference}/reprise/refus
            GET /dossiers/{reference}/{etape}
            GET /dossiers/{reference}/{etape}/accuses
            GET /dossiers/{reference}/{etape}/accuses/{numero}
            GET /dossiers/{reference}/{etape}/accuses/{numero}.pdf
            GET /dossiers/{reference}/{etape}/completude
            GET /dossiers/{reference}/{etape}/conteneurs/{question}
            POST /dossiers/{reference}/{etape}/conteneurs/{question}
            POST /dossiers/{reference}/{etape}/conteneurs/{question}/accords
            POST /dossiers/{reference}/{etape}/conteneurs/{question}/activations
            GET /dossiers/{reference}/{etape}/conteneurs/{question}/fichier
            POST /dossiers/{reference}/{etape}/conteneurs/{question}/remplacements
            GET /dossiers/{reference}/{etape}/pieces/{lot}/{question}
            POST /dossiers/{reference}/{etape}/pieces/{lot}/{question}/{fichier}/retrait
            GET /dossiers/{reference}/{etape}/pieces/{question}
            POST /dossiers/{reference}/{etape}/pieces/{question}/{fichier}/retrait
            GET /dossiers/{reference}/{etape}/recapitulatif
            POST /dossiers/{reference}/{etape}/reponses/{lot}/{question}
            POST /dossiers/{reference}/{etape}/reponses/{question}
            POST /dossiers/{reference}/{etape}/televersements/{lot}/{question}
            POST /dossiers/{reference}/{etape}/televersements/{question}
            POST /dossiers/{reference}/{etape}/transmissions
            GET /dossiers/{reference}/{etape}/{section}
            POST /dossiers/{reference}/{etape}/{section}
            POST /dossiers/{reference}/{etape}/{section}?envoyer
            POST /dossiers/{reference}/{etape}/{section}?retirer
            POST /dossiers/{reference}/{etape}/{section}?verifier
            DELETE /televersements/{fichier}
            HEAD /televersements/{fichier}
            PATCH /televersements/{fichier}
            POST /televersements/{fichier}
            """),

    /** Un dossier transmis : l'ARS de sa région, l'ANS. */
    INSTRUCTION("""
            GET /instruction/{reference}
            POST /instruction/{reference}/conventions
            GET /instruction/{reference}/conventions/{numero}.pdf
            GET /instruction/{reference}/conventions/{numero}/preuve.pdf
            GET /instruction/{reference}/historique
            POST /instruction/{reference}/assignations
            GET /instruction/{reference}/notes
            POST /instruction/{reference}/notes
            POST /instruction/{reference}/notes/{numero}
            GET /instruction/{reference}/messages
            POST /instruction/{reference}/messages
            GET /instruction/{reference}/messages/pieces/{jointe}
            GET /instruction/{reference}/avis
            POST /instruction/{reference}/avis
            POST /instruction/{reference}/avis/{numero}/reponses
            POST /instruction/{reference}/avis/{numero}/retraits
            GET /instruction/{reference}/{etape}/controles
            POST /instruction/{reference}/{etape}/controles
            GET /instruction/{reference}/{etape}/conteneurs/{question}
            GET /instruction/{reference}/{etape}/decisions/{nature}
            POST /instruction/{reference}/{etape}/decisions/{nature}
            GET /instruction/{reference}/{etape}/versements/{versement}
            POST /instruction/{reference}/{etape}/versements/{versement}
            GET /instruction/{reference}/{etape}/versements/{versement}/annulations
            POST /instruction/{reference}/{etape}/versements/{versement}/annulations
            """),

    /** Un export, une validation groupée : le vérificateur qui les a demandés. */
    EXPORT("""
            GET /instruction/exports/{id}/fichier
            GET /instruction/fournees/{id}
            """),

    /** Une pièce transmise : le référent du dossier, l'ARS de sa région, l'ANS. */
    PIECE("""
            GET /pieces/{fichier}
            GET /pieces/{fichier}?apercu
            """);

    private static final Map<String, PorteeDesRoutes> TABLE = Arrays.stream(values())
            .flatMap(portee ->
                    portee.routes.lines().flatMap(PorteeDesRoutes::noms).map(route -> Map.entry(route, portee)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String routes;

    PorteeDesRoutes(String routes) {
        this.routes = routes;
    }

    /** « GET+POST /x » en dit deux. */
    private static Stream<String> noms(String ligne) {
        var mots = ligne.split(" ");
        return Arrays.stream(mots[0].split("\\+")).map(verbe -> verbe + " " + mots[1]);
    }

    /** Les noms de toutes les routes de la table. */
    static Set<String> connues() {
        return TABLE.keySet();
    }

    static PorteeDesRoutes de(Route route) {
        return TABLE.getOrDefault(route.nom(), ROLE);
    }
}
