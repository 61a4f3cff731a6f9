/**
 * What really differs between two codes. Takes two handbook entries, the contrasts and the texts of one language and
 * gives out a comparison made of facets and whole sentences; it must never know how anything is shown.
 */
package org.ringback.comparison;
