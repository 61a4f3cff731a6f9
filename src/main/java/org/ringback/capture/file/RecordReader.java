package org.ringback.capture.file;

import org.ringback.capture.wire.Captured;

/** Reads the records of one file step by step. */
public interface RecordReader {

    /** Reads records up to an offset of the file, in bytes; false at the end of the file. */
    boolean read(long until);

    /** How many packets were read. */
    long packets();

    /** When the last record was captured, as {@link Captured#time()} without the clock offset. */
    long time();

    /** How far it has come, in bytes. */
    long position();
}
