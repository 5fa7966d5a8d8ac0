/** Le départ rapide : une base, le portail, la boîte de réception et de quoi essayer, dans une seule machine virtuelle. */
@NullMarked
package fr.convergence.demonstration;

import org.jspecify.annotations.NullMarked;
