package org.ringback.command;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A file that a user named.
 *
 * @param name as it was typed
 * @param offset to be added to every time in it
 */
record CaptureFile(String name, Path path, Duration offset) {}
