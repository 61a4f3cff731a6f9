package org.ringback.capture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ringback.capture.DamagedPlaces.Cost;

/** Damages captures at every place there is and counts what that costs; the tests do so at a few places. */
final class DamageCampaign {

    static final Path FOLDER = Path.of("src/test/resources/captures");

    /** Small ones of all kinds. */
    static final List<String> FILES = List.of(
            "gen-cancelled.pcap",
            "gen-no-ack-nsec.pcap",
            "gen-cancelled-raw.pcap",
            "gen-ipv6-null.pcap",
            "gen-any-sll.pcap",
            "gen-fragments.pcap",
            "gen-tcp-stream.pcap",
            "gen-websocket.pcap",
            "sipnab-sip-auth-failure.pcapng",
            "gen-proxy.pcap.gz",
            "gen-pjsua.log",
            "gen-cancelled.tcpdump.txt");

    private int places;
    private int lost;
    private final int[] more = new int[2];
    private int silent;
    private Cost worst;

    private DamageCampaign() {}

    /**
     * Tries all places.
     *
     * @param arguments captures instead of the usual ones; a number tries only every so many places
     */
    public static void main(String[] arguments) {
        var files = new ArrayList<Path>();
        int seldom = 1;
        for (String argument : arguments) {
            if (argument.matches("\\d+")) {
                seldom = Integer.parseInt(argument);
            } else {
                files.add(Path.of(argument));
            }
        }
        if (files.isEmpty()) {
            FILES.forEach(name -> files.add(FOLDER.resolve(name)));
        }
        for (Path file : files) {
            DamagedPlaces all = DamagedPlaces.of(file);
            for (Damage damage : Damage.values()) {
                var campaign = new DamageCampaign();
                all.each(damage, 0, damage.step() * seldom, campaign::count);
                campaign.tell(file, damage);
            }
        }
    }

    private void count(Cost cost) {
        places++;
        int missing = cost.missing().size();
        lost += missing;
        if (missing > 0) {
            more[missing > 1 ? 1 : 0]++;
        }
        if (cost.silent()) {
            silent++;
        }
        boolean show = missing > 1 || cost.silent();
        if (show && System.getProperty("places") != null) {
            System.out.printf(
                    Locale.ROOT,
                    "    %s %d: %d%s%n",
                    cost.damage(),
                    cost.place(),
                    missing,
                    cost.told() ? "" : " silent");
        }
        if (missing > 0 && (worst == null || missing > worst.missing().size())) {
            worst = cost;
        }
    }

    private void tell(Path file, Damage damage) {
        if (places > 0) {
            System.out.printf(
                    Locale.ROOT,
                    "%-32s %-12s places %6d  one lost %5d  more %5d  in all %6d  silent %5d  worst %s%n",
                    file.getFileName(),
                    damage,
                    places,
                    more[0],
                    more[1],
                    lost,
                    silent,
                    worst == null ? "-" : worst.missing().size() + " at " + worst.place());
        }
    }
}
