package org.ringback.capture;

/** Reads the records of one file step by step. */
interface RecordReader {

    /** Reads records up to an offset of the file, in bytes; false at the end of the file. */
    boolean read(long until);

    /** How many packets were read. */
    long packets();

    /** How far it has come, in bytes. */
    long position();
}
