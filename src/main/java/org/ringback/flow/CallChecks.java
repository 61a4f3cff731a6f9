package org.ringback.flow;

import org.ringback.media.ConnectivityChecks;

/**
 * Checks of ICE that are a call's.
 *
 * @param toward the side that is asked
 */
public record CallChecks(ConnectivityChecks checks, Side toward) {}
