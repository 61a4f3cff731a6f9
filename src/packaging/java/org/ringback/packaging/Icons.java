package org.ringback.packaging;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Draws the program's sign in any size. Of SVG it knows what the sign is made of: rounded squares, discs and curved strokes. */
final class Icons {

    /** Where the sign is kept. */
    static final Path SIGN = Path.of("src", "packaging", "icons", "ringback.svg");

    /** The sizes that menus and windows ask for, in pixels. */
    static final List<Integer> SIZES = List.of(16, 22, 24, 32, 48, 64, 128, 256, 512);

    private static final Pattern NOT_A_WORD = Pattern.compile("[\\s,]+|(?<=[A-Z])|(?=[A-Z])");

    private final Element sign;

    Icons(Path file) throws IOException {
        try {
            sign = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " cannot be read", e);
        }
    }

    void write(int size, Path png) throws IOException {
        ImageIO.write(drawn(size), "png", png.toFile());
    }

    BufferedImage drawn(int size) {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        double scale = size / number(sign, "width");
        canvas.scale(scale, scale);
        var parts = sign.getElementsByTagName("*");
        for (int index = 0; index < parts.getLength(); index++) {
            draw((Element) parts.item(index), canvas);
        }
        canvas.dispose();
        return image;
    }

    private static void draw(Element part, Graphics2D canvas) {
        if (part.getTagName().equals("title")) {
            return;
        }
        Shape shape = shape(part);
        if (part.hasAttribute("stroke")) {
            canvas.setColor(Color.decode(part.getAttribute("stroke")));
            canvas.setStroke(new BasicStroke(
                    (float) number(part, "stroke-width"), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
            canvas.draw(shape);
        } else {
            canvas.setColor(Color.decode(part.getAttribute("fill")));
            canvas.fill(shape);
        }
    }

    private static Shape shape(Element part) {
        return switch (part.getTagName()) {
            case "rect" ->
                new RoundRectangle2D.Double(
                        number(part, "x"),
                        number(part, "y"),
                        number(part, "width"),
                        number(part, "height"),
                        2 * number(part, "rx"),
                        2 * number(part, "rx"));
            case "circle" -> {
                double radius = number(part, "r");
                yield new Ellipse2D.Double(
                        number(part, "cx") - radius, number(part, "cy") - radius, 2 * radius, 2 * radius);
            }
            case "path" -> path(part.getAttribute("d"));
            default -> throw new IllegalArgumentException("Not drawn yet: " + part.getTagName());
        };
    }

    private static Shape path(String commands) {
        var path = new Path2D.Double();
        Iterator<String> words = NOT_A_WORD
                .splitAsStream(commands)
                .filter(word -> !word.isEmpty())
                .iterator();
        while (words.hasNext()) {
            String command = words.next();
            switch (command) {
                case "M" -> path.moveTo(number(words), number(words));
                case "C" ->
                    path.curveTo(
                            number(words), number(words), number(words), number(words), number(words), number(words));
                default -> throw new IllegalArgumentException("Not drawn yet: " + command);
            }
        }
        return path;
    }

    private static double number(Iterator<String> words) {
        return Double.parseDouble(words.next());
    }

    private static double number(Element part, String attribute) {
        return Double.parseDouble(part.getAttribute(attribute));
    }
}
