package org.ringback.sound.quality;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How much codecs spoil a voice, on the narrow-band scale of the E-model. Every number is published in ITU-T G.113 (11/2007),
 * Appendix I: the impairment factor Ie without loss in its first table, Ie with the robustness against loss Bpl in that for
 * codecs under random loss. Where no robustness is published there is none here: nothing is taken over from a relative.
 */
public enum Equipment {
    /** G.711, 10 ms packets, loss not concealed: Ie 0, Bpl 4.3. */
    G711(0, 4.3),
    /** G.711, 10 ms packets, loss concealed by G.711 Appendix I: Ie 0, Bpl 25.1. */
    G711_CONCEALED(0, 25.1),
    /** G.726 and G.727 at 40 kbit/s: Ie 2. */
    G726_40(2),
    /** G.726 and G.727 at 32 kbit/s: Ie 7. */
    G726_32(7),
    /** G.726 and G.727 at 24 kbit/s: Ie 25. */
    G726_24(25),
    /** G.726 and G.727 at 16 kbit/s: Ie 50. */
    G726_16(50),
    /** G.728 at 16 kbit/s: Ie 7. */
    G728(7),
    /** G.729 at 8 kbit/s: Ie 10. */
    G729(10),
    /** G.729 Annex A with the silence suppression of Annex B, 20 ms packets, its own concealment: Ie 11, Bpl 19.0. */
    G729A_SUPPRESSED(11, 19.0),
    /** G.723.1 at 5.3 kbit/s: Ie 19. */
    G723_53(19),
    /** G.723.1 at 6.3 kbit/s with the silence suppression of Annex A, 30 ms packets, its own concealment: Ie 15, Bpl 16.1. */
    G723_63_SUPPRESSED(15, 16.1),
    /** GSM full rate: Ie 20. */
    GSM_FULL_RATE(20),
    /** GSM enhanced full rate, 20 ms packets, its own concealment: Ie 5, Bpl 10.0. */
    GSM_ENHANCED_FULL_RATE(5, 10.0);

    private final double impairment;
    private final OptionalDouble robustness;

    Equipment(double impairment) {
        this.impairment = impairment;
        this.robustness = OptionalDouble.empty();
    }

    Equipment(double impairment, double robustness) {
        this.impairment = impairment;
        this.robustness = OptionalDouble.of(robustness);
    }

    /**
     * What an encoding name may stand for (RFC 3551, section 6, and the registered names since); several where the name leaves
     * open the bit rate or whether losses are concealed. Empty for codecs of which G.113 publishes nothing on this scale:
     * G.722, AMR-WB, EVS and Opus are wider than it, of iLBC, AMR and Speex there are no numbers.
     */
    public static List<Equipment> of(String encodingName) {
        return switch (encodingName.toUpperCase(Locale.ROOT)) {
            case "PCMU", "PCMA" -> List.of(G711, G711_CONCEALED);
            case "G726-40", "AAL2-G726-40" -> List.of(G726_40);
            case "G726-32", "AAL2-G726-32", "G721" -> List.of(G726_32);
            case "G726-24", "AAL2-G726-24" -> List.of(G726_24);
            case "G726-16", "AAL2-G726-16" -> List.of(G726_16);
            case "G728" -> List.of(G728);
            case "G729", "G729A", "G729B", "G729AB" -> List.of(G729, G729A_SUPPRESSED);
            case "G723" -> List.of(G723_53, G723_63_SUPPRESSED);
            case "GSM" -> List.of(GSM_FULL_RATE);
            case "GSM-EFR" -> List.of(GSM_ENHANCED_FULL_RATE);
            default -> List.of();
        };
    }

    /** Ie: by how much the rating falls without any loss. */
    public double impairment() {
        return impairment;
    }

    /** Bpl: how well it bears lost packets, more is better; empty if that is not published. */
    public OptionalDouble robustness() {
        return robustness;
    }
}
