using System.IO.Compression;
using System.Text;
using TrainingHub.Courseware.Exchange;
using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Courseware.Exchange;

public sealed class QtiReaderTests
{
    private const string Head = """<?xml version="1.0" encoding="UTF-8"?><assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" identifier="i-exit" title="Item 1" adaptive="false" timeDependent="false" toolName="TAO">""";

    [Fact]
    public void Reads_a_choice_as_tao_writes_it()
    {
        var question = ForeignText.Only(Head + """
            <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"><correctResponse><value><![CDATA[choice_2]]></value></correctResponse></responseDeclaration>
            <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
            <itemBody><div class="grid-row"><div class="col-12">
              <choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="1" minChoices="0" orientation="vertical">
                <prompt>食堂留样要<strong>多久</strong>？</prompt>
                <simpleChoice identifier="choice_1" fixed="false" showHide="show">12 小时</simpleChoice>
                <simpleChoice identifier="choice_2" fixed="false" showHide="show">48 小时</simpleChoice>
              </choiceInteraction></div></div></itemBody>
            <responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/></assessmentItem>
            """);

        Assert.Equal((QuestionKind.Single, "食堂留样要多久？", "i-exit"), (question.Kind, question.Stem, question.Id));
        Assert.Equal(["12 小时", "48 小时"], question.Options);
        Assert.Equal([1], question.Right);
        Assert.True(question.IsTakeable);
    }

    [Fact]
    public void Reads_gaps_with_their_words_and_numbers()
    {
        var question = ForeignText.Only(Head + """
            <responseDeclaration identifier="R1" cardinality="single" baseType="string"><mapping defaultValue="0"><mapEntry mapKey="119" mappedValue="1"/><mapEntry mapKey="110" mappedValue="0"/></mapping></responseDeclaration>
            <responseDeclaration identifier="R2" cardinality="single" baseType="float"><correctResponse><value>1.4</value></correctResponse></responseDeclaration>
            <itemBody><p>火警电话是 <textEntryInteraction responseIdentifier="R1" expectedLength="5"/>；走道净宽不小于<textEntryInteraction responseIdentifier="R2"/>米。</p></itemBody>
            <responseProcessing><responseCondition><responseIf><equal toleranceMode="absolute" tolerance="0.05 0.05"><variable identifier="R2"/><correct identifier="R2"/></equal></responseIf></responseCondition></responseProcessing></assessmentItem>
            """);

        Assert.Equal("火警电话是 ____；走道净宽不小于____米。", question.Stem);
        Assert.Equal(["119"], question.Blanks[0].Accepted);
        Assert.Equal((1.4m, 0.05m), (question.Blanks[1].Value, question.Blanks[1].Tolerance));
    }

    [Fact]
    public void Reads_steps_and_pairs()
    {
        var steps = ForeignText.Only(Head + """
            <responseDeclaration identifier="R" cardinality="ordered" baseType="identifier"><correctResponse><value>b</value><value>a</value></correctResponse></responseDeclaration>
            <itemBody><orderInteraction responseIdentifier="R" shuffle="true"><prompt>先后顺序</prompt><simpleChoice identifier="a">拔</simpleChoice><simpleChoice identifier="b">提</simpleChoice></orderInteraction></itemBody></assessmentItem>
            """);
        var pairs = ForeignText.Only(Head + """
            <responseDeclaration identifier="R" cardinality="multiple" baseType="directedPair"><correctResponse><value>a x</value><value>b y</value></correctResponse></responseDeclaration>
            <itemBody><matchInteraction responseIdentifier="R" shuffle="true" maxAssociations="4"><prompt>配对</prompt>
              <simpleMatchSet><simpleAssociableChoice identifier="a" matchMax="1">A类</simpleAssociableChoice><simpleAssociableChoice identifier="b" matchMax="1">B类</simpleAssociableChoice></simpleMatchSet>
              <simpleMatchSet><simpleAssociableChoice identifier="x" matchMax="4">固体</simpleAssociableChoice><simpleAssociableChoice identifier="y" matchMax="4">液体</simpleAssociableChoice><simpleAssociableChoice identifier="z" matchMax="4">气体</simpleAssociableChoice></simpleMatchSet>
            </matchInteraction></itemBody></assessmentItem>
            """);

        Assert.Equal(["提", "拔"], steps.Options);
        Assert.Equal((QuestionKind.Matching, "固体,液体,气体"), (pairs.Kind, string.Join(',', pairs.Targets)));
        Assert.Equal([0, 1], pairs.Pairs);
    }

    [Fact]
    public void Reads_a_package_as_blackboard_writes_it()
    {
        var package = Zip(
            ("imsmanifest.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_v1p2" identifier="man00001">
                  <metadata><schema>QTIv2.1</schema><schemaversion>2.0</schemaversion></metadata><organizations/>
                  <resources>
                    <resource identifier="assessment00001" type="imsqti_test_xmlv2p1" href="qti21/assessment00001.xml"><file href="qti21/assessment00001.xml"/></resource>
                    <resource identifier="question00001" type="imsqti_item_xmlv2p1" href="qti21/question00001.xml"><file href="qti21/question00001.xml"/></resource>
                    <resource identifier="question00002" type="imsqti_item_xmlv2p1" href="qti21/question00002.xml"><file href="qti21/question00002.xml"/></resource>
                  </resources>
                </manifest>
                """),
            ("qti21/assessment00001.xml", "<assessmentTest/>"),
            ("qti21/question00001.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" adaptive="false" identifier="question00001" timeDependent="false" title="配电房">
                  <responseDeclaration baseType="identifier" cardinality="multiple" identifier="RESPONSE"><correctResponse><value>answer_1</value><value>answer_3</value></correctResponse>
                    <mapping defaultValue="-1.0"><mapEntry mapKey="answer_1" mappedValue="50.0"/><mapEntry mapKey="answer_3" mappedValue="50.0"/></mapping></responseDeclaration>
                  <itemBody><div><p>配电房里<span style="font-size: 12pt;">不应当</span>放什么？&#160;</p></div>
                    <choiceInteraction maxChoices="0" responseIdentifier="RESPONSE" shuffle="false">
                      <simpleChoice fixed="true" identifier="answer_1"><p>清洁工具</p></simpleChoice><simpleChoice fixed="true" identifier="answer_2"><p>灭火器</p></simpleChoice><simpleChoice fixed="true" identifier="answer_3"><p>纸箱</p></simpleChoice>
                    </choiceInteraction></itemBody>
                  <modalFeedback identifier="correct_fb" outcomeIdentifier="FEEDBACKBASIC" showHide="show"><div>配电房里不堆放可燃物。</div></modalFeedback>
                </assessmentItem>
                """),
            ("qti21/question00002.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="question00002" title="判断" adaptive="false" timeDependent="false">
                  <responseDeclaration baseType="identifier" cardinality="single" identifier="RESPONSE"><correctResponse><value>false</value></correctResponse></responseDeclaration>
                  <itemBody><div><p>门卫可以一个人夜间值班巡查全校。</p></div><choiceInteraction maxChoices="1" responseIdentifier="RESPONSE" shuffle="false"><simpleChoice identifier="true">True</simpleChoice><simpleChoice identifier="false">False</simpleChoice></choiceInteraction></itemBody>
                </assessmentItem>
                """));

        var read = Assert.IsType<ForeignReading.Read>(ForeignFile.Read(package));

        Assert.Equal([QuestionKind.Multiple, QuestionKind.TrueFalse], read.Questions.Select(question => question.Kind));
        Assert.Equal(("配电房里不应当放什么？", "配电房里不堆放可燃物。", "qti21/question00001.xml"), (read.Questions[0].Stem, read.Questions[0].Explanation, read.Questions[0].Where));
        Assert.Equal(["清洁工具", "灭火器", "纸箱"], read.Questions[0].Options);
        Assert.Equal([0, 2], read.Questions[0].Right);
        Assert.Equal([1], read.Questions[1].Right);
        Assert.All(read.Questions, question => Assert.True(question.IsTakeable));
    }

    [Theory]
    [InlineData("<itemBody><graphicOrderInteraction responseIdentifier=\"R\"><object type=\"image/png\" data=\"a.png\"/></graphicOrderInteraction></itemBody>", "graphicOrderInteraction")]
    [InlineData("<itemBody><sliderInteraction responseIdentifier=\"R\" lowerBound=\"0\" upperBound=\"9\"/></itemBody>", "sliderInteraction")]
    [InlineData("<itemBody><choiceInteraction responseIdentifier=\"R\"/><extendedTextInteraction responseIdentifier=\"S\"/></itemBody>", "choiceInteraction + extendedTextInteraction")]
    public void Names_what_it_cannot_take(string body, string kind) =>
        Assert.Contains(new ForeignProblem(ForeignFault.Unsupported, kind), ForeignText.Only(Head + body + "</assessmentItem>").Problems);

    [Fact]
    public void Names_the_item_of_a_package_that_is_broken_or_missing()
    {
        var package = Zip(
            ("imsmanifest.xml", "<manifest><resources><resource type=\"imsqti_item_xmlv2p1\" href=\"a.xml\"/><resource type=\"imsqti_item_xmlv2p1\" href=\"gone.xml\"/></resources></manifest>"),
            ("a.xml", "<assessmentItem>\n<itemBody>"));

        var read = Assert.IsType<ForeignReading.Read>(ForeignFile.Read(package));

        Assert.Equal(["a.xml", "gone.xml"], read.Questions.Select(question => question.Where));
        Assert.All(read.Questions, question => Assert.Equal([ForeignFault.Malformed], question.Faults()));
    }

    [Fact]
    public void Refuses_a_bomb_and_what_is_no_package()
    {
        var bomb = Zip(("imsmanifest.xml", "<manifest>" + new string(' ', 6_000_000) + "</manifest>"));

        Assert.Equal(FileFault.Bomb, Assert.IsType<ForeignReading.Refused>(ForeignFile.Read(bomb)).Why);
        Assert.Equal(FileFault.UnknownFormat, Assert.IsType<ForeignReading.Refused>(ForeignFile.Read(Zip(("a.txt", "x")))).Why);
        Assert.Equal(FileFault.Damaged, Assert.IsType<ForeignReading.Refused>(ForeignFile.Read(bomb[..200])).Why);
    }

    private static byte[] Zip(params (string Path, string Text)[] entries)
    {
        var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in entries)
            {
                using var stream = zip.CreateEntry(path).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return memory.ToArray();
    }
}
