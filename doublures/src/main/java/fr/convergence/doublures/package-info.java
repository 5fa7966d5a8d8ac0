/** La boîte de réception : un vrai serveur SMTP qui garde tout ce qu'on lui confie, et les pages pour le lire. */
@NullMarked
package fr.convergence.doublures;

import org.jspecify.annotations.NullMarked;
