/**
 * What is remembered between two starts. Takes one record and gives it back, damaged files included; it must never know
 * what the program is about.
 */
package org.ringback.settings;
