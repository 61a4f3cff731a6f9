/**
 * Makes what users install from the image that {@code mvn package} leaves. It takes the image, the words of the program and
 * the templates in {@code src/packaging}, and gives packages; no part of it is in the program.
 */
package org.ringback.packaging;
