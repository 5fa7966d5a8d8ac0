package fr.convergence.socle.fichier;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Où vont les fichiers, et qui les analyse.
 *
 * @param depot dossier des objets
 * @param antivirus adresse de clamd, « tcp://hôte:3310 » ou « unix:/run/clamav/clamd.ctl » ; absente, les fichiers sont
 *     marqués « non analysé »
 * @param delaiAntivirus au-delà, clamd est tenu pour indisponible et le fichier attend
 * @param enCoursMax envois qu'une personne peut avoir commencés sans les finir
 * @param quotaEnCours octets annoncés par ces envois
 */
@ConfigurationProperties("convergence.fichiers")
record ReglagesFichiers(
        @DefaultValue("donnees/fichiers") Path depot,
        @Nullable String antivirus,
        @DefaultValue("60s") Duration delaiAntivirus,
        @DefaultValue("50") int enCoursMax,
        @DefaultValue("5GB") DataSize quotaEnCours) {}
