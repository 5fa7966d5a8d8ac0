package fr.convergence.socle.depot;

import fr.convergence.socle.base.DemarrageImpossible;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Le magasin S3, quand c'est lui que l'on choisit.
 *
 * @param adresse absente, celle d'AWS dans cette région
 * @param seau le « bucket »
 * @param prefixe devant le nom de chaque objet, « convergence/ » ; vide, rien
 * @param chemin vrai si le seau se nomme dans le chemin (MinIO, Ceph) et non dans le nom d'hôte
 * @param delai le temps d'une réponse ; trois essais au plus
 * @param attente dossier local où un objet, chiffré, attend d'être envoyé ; absent, celui du système
 */
@ConfigurationProperties("convergence.depot.s3")
public record ReglagesS3(
        @Nullable URI adresse,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("") String seau,
        @DefaultValue("") String prefixe,
        @DefaultValue("false") boolean chemin,
        @DefaultValue("") String cle,
        @DefaultValue("") String secret,
        @DefaultValue("20s") Duration delai,
        @Nullable Path attente) {

    /** Dit d'un coup tout ce qui manque pour s'en servir. */
    ReglagesS3 complets() {
        var manques = new ArrayList<String>();
        exiger(manques, "seau", seau);
        exiger(manques, "cle", cle);
        exiger(manques, "secret", secret);
        if (!manques.isEmpty()) {
            throw new DemarrageImpossible(String.join(System.lineSeparator(), manques));
        }
        return this;
    }

    private static void exiger(ArrayList<String> manques, String nom, String valeur) {
        if (valeur.isBlank()) {
            manques.add("convergence.depot.s3." + nom + " : à régler, le dépôt choisi est S3.");
        }
    }

    /** Ni la clé ni son secret : un enregistrement s'écrit tout entier dans une trace. */
    @Override
    public String toString() {
        return "S3[" + adresse + ", " + region + ", " + seau + "/" + prefixe + "]";
    }
}
