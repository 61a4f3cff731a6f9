package org.ringback;

public final class Ringback {
    private Ringback() {}
    public static void main(String[] args) {}
}
