package org.ringback.page;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.ringback.language.Texts;
import org.ringback.network.NetworkEvent;
import org.ringback.page.Block.Facts;
import org.ringback.page.Block.Items;
import org.ringback.page.Block.Paragraph;
import org.ringback.page.Block.Subheading;
import org.ringback.words.NetworkWords;

/** Says in one language what the network did: in a sentence, and with everything that the packets say of it. */
public final class PacketPages {

    /** More of the same nobody looks up; how many there are is said above. */
    private static final int MOST_AGAIN = 50;

    private final Texts texts;
    private final NetworkWords words;
    private final PlaceInFile place;
    private final ZoneId zone;

    /** Tells times in a zone. */
    public PacketPages(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.words = new NetworkWords(texts);
        this.place = new PlaceInFile(texts, zone);
        this.zone = zone;
    }

    /**
     * The page of an event.
     *
     * @param again what says the same later on, in order of time
     * @param files their names, in the order in which packets count them; of one alone nobody need say the name
     */
    public Document page(NetworkEvent event, List<NetworkEvent> again, List<String> files) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(words.say(event)));
        blocks.add(new Facts(new PacketFacts(texts, packet -> place.of(packet, files), zone).of(event)));
        if (!again.isEmpty()) {
            blocks.add(
                    new Subheading(texts.get(PacketText.AGAIN, texts.numbers().count(again.size()))));
            blocks.add(new Items(
                    false,
                    again.stream()
                            .limit(MOST_AGAIN)
                            .map(same -> place.of(same.seen(), files))
                            .toList()));
        }
        return new Document(texts.language(), event.label(), blocks);
    }
}
