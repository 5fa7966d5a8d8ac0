package fr.convergence.portail.piece;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Ce qui borne les pièces au-delà de leur question (PCE-2).
 *
 * @param placeParDossier ce que les pièces d'un dossier peuvent occuper ensemble
 */
@ConfigurationProperties("convergence.pieces")
record ReglagesDesPieces(@DefaultValue("2GB") DataSize placeParDossier) {}
