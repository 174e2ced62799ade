package dev.perfbudget.report;

import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The content of one JUnit XML file.
 *
 * @param properties by name
 */
record TestSuite(String name, List<TestCase> cases, Map<String, String> properties) {

    /** What XML 1.0 has no place for, even escaped. */
    private static final String FORBIDDEN = "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]";

    void write(Writer file) throws XMLStreamException {
        var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(file);
        xml.writeStartDocument("UTF-8", "1.0");
        newLine(xml, 0);
        writeSuite(xml);
        xml.writeEndDocument();
        xml.close();
    }

    private void writeSuite(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        attribute(xml, "name", name);
        attribute(xml, "time", seconds(cases.stream().map(TestCase::time).reduce(Duration.ZERO, Duration::plus)));
        attribute(xml, "tests", String.valueOf(cases.size()));
        attribute(xml, "errors", faults(true));
        attribute(xml, "skipped", "0");
        attribute(xml, "failures", faults(false));
        newLine(xml, 1);
        writeProperties(xml);
        for (var test : cases) {
            writeCase(xml, test);
        }
        newLine(xml, 0);
        xml.writeEndElement();
        newLine(xml, 0);
    }

    private void writeProperties(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("properties");
        for (var property : properties.entrySet()) {
            newLine(xml, 2);
            xml.writeEmptyElement("property");
            attribute(xml, "name", property.getKey());
            attribute(xml, "value", property.getValue());
        }
        newLine(xml, 1);
        xml.writeEndElement();
    }

    private static void writeCase(XMLStreamWriter xml, TestCase test) throws XMLStreamException {
        newLine(xml, 1);
        xml.writeStartElement("testcase");
        attribute(xml, "name", test.name());
        attribute(xml, "classname", test.className());
        attribute(xml, "time", seconds(test.time()));
        if (test.fault().isPresent()) {
            writeFault(xml, test.fault().get());
        }
        newLine(xml, 2);
        text(xml, "system-out", test.output());
        newLine(xml, 1);
        xml.writeEndElement();
    }

    private static void writeFault(XMLStreamWriter xml, TestCase.Fault fault) throws XMLStreamException {
        newLine(xml, 2);
        xml.writeStartElement(fault.isError() ? "error" : "failure");
        attribute(xml, "message", fault.message());
        attribute(xml, "type", fault.type());
        xml.writeCharacters(clean(fault.text()));
        xml.writeEndElement();
    }

    private static void text(XMLStreamWriter xml, String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, clean(value));
    }

    private static void newLine(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private String faults(boolean areErrors) {
        return String.valueOf(cases.stream()
                .flatMap(test -> test.fault().stream())
                .filter(fault -> fault.isError() == areErrors)
                .count());
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1e3);
    }

    private static String clean(String text) {
        return text.replaceAll(FORBIDDEN, "");
    }
}
