package fr.convergence.socle.acces;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.time.Instant;
import java.util.UUID;

/** Ce que chaque site décide de son entrée ; le reste est le même pour tous. */
public interface EntreeDuSite {

    /**
     * Vrai si une route que {@link Acces} ouvre à qui est connecté l'est à cette personne.
     *
     * @param route la méthode, ou la classe, qui porte {@link Acces}
     */
    boolean admet(AnnotatedElement route, PersonneConnectee personne);

    /**
     * La page où se connecter pour atteindre une autre.
     *
     * @param chemin celui qui était demandé, d'après la racine du site
     */
    String porte(String chemin);

    /**
     * Cette personne, connectée.
     *
     * @param depuis instant de la connexion
     * @throws java.util.NoSuchElementException si elle n'a pas de compte
     */
    PersonneConnectee connectee(UUID compte, Instant depuis);

    /** Vrai si un code reçu par courriel ne suffit pas à cette personne : elle relie une application avant d'entrer. */
    boolean exigeUnFacteurFort(UUID compte);

    /** Où mène une connexion qui n'allait nulle part. */
    String espace(PersonneConnectee personne);

    /** La personne, telle qu'une session la garde. */
    void ecrire(DataOutputStream sortie, PersonneConnectee personne) throws IOException;

    PersonneConnectee lire(DataInputStream entree) throws IOException;
}
