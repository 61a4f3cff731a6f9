/**
 * What the network did with connections, datagrams and names: refused, reset, not answered, not found. Takes packets that hold
 * no message and gives out events, each with the packet that shows it; it must never know calls or findings.
 */
package org.ringback.network;
