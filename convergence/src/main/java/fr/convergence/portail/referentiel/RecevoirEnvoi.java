package fr.convergence.portail.referentiel;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActeDuSupport.ReferentielEnvoye;
import fr.convergence.portail.acte.Sorte;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.tache.Reveils;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** Garde ce que l'opérateur envoie et le confie au travail de fond. */
@Component
class RecevoirEnvoi {

    /** Un fichier publié, ou le dossier préparé : quatre fichiers. */
    private static final int FICHIERS_MAX = 4;

    private static final int NOM_MAX = 100;

    private final Envois envois;
    private final Journal journal;
    private final Reveils reveils;

    RecevoirEnvoi(Envois envois, Journal journal, Reveils reveils) {
        this.envois = envois;
        this.journal = journal;
        this.reveils = reveils;
    }

    sealed interface Resultat {
        record Recu(UUID id) implements Resultat {}

        record Refuse(Message raison) implements Resultat {}

        /** @param fichier celui qui empêche, tel que l'envoi le nomme */
        record Ecarte(Message raison, String fichier) implements Resultat {}
    }

    @Transactional(rollbackFor = IOException.class)
    public Resultat executer(List<MultipartFile> envoyes, Connecte operateur) throws IOException {
        var fichiers =
                envoyes.stream().filter(fichier -> !nomRecu(fichier).isEmpty()).toList();
        if (fichiers.isEmpty()) {
            return new Resultat.Refuse(new Message("referentiel.sans-fichier"));
        }
        var vide = fichiers.stream().filter(MultipartFile::isEmpty).findFirst();
        if (vide.isPresent()) {
            var nom = nomRecu(vide.get());
            return new Resultat.Ecarte(new Message("referentiel.vide", nom), nom);
        }
        var noms = new HashSet<String>();
        if (fichiers.size() > FICHIERS_MAX || !fichiers.stream().allMatch(fichier -> noms.add(nom(fichier)))) {
            return new Resultat.Refuse(new Message("referentiel.trop"));
        }
        var id = Uuid.v7();
        envois.ouvrir(id, nomDeLEnvoi(fichiers), operateur.getName());
        for (var fichier : fichiers) {
            try (var contenu = fichier.getInputStream()) {
                envois.ecrire(id, nom(fichier), contenu);
            }
        }
        journal.ecrire(Sorte.REFERENTIEL.chaine(id), operateur.getName(), new ReferentielEnvoye(nomDeLEnvoi(fichiers)));
        reveils.apresTransaction(TravauxDuReferentiel.TRAVAIL);
        return new Resultat.Recu(id);
    }

    private static String nomDeLEnvoi(List<MultipartFile> fichiers) {
        var premier = nom(fichiers.getFirst());
        return switch (fichiers.size()) {
            case 1 -> premier;
            case 2 -> premier + " et 1 autre";
            default -> premier + " et " + (fichiers.size() - 1) + " autres";
        };
    }

    /** Le nom reçu nommera un fichier d'ici : on n'en garde ni chemin ni signe particulier. */
    private static String nom(MultipartFile envoye) {
        var net = nomRecu(envoye)
                .replaceAll("^.*[/\\\\]", "")
                .replaceAll("[^A-Za-z0-9._-]", "_")
                .replaceFirst("^\\.+", "");
        var court = net.substring(Math.max(0, net.length() - NOM_MAX));
        return court.isEmpty() ? "referentiel" : court;
    }

    private static String nomRecu(MultipartFile envoye) {
        return envoye.getOriginalFilename() == null ? "" : envoye.getOriginalFilename();
    }
}
