using System.Text;
using TrainingHub.Courseware.Exchange;
using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Courseware.Exchange;

public sealed class MoodleXmlReaderTests
{
    [Fact]
    public void Reads_what_moodle_writes()
    {
        var questions = ForeignText.Questions("""
            <?xml version="1.0" encoding="UTF-8"?>
            <quiz>
            <!-- question: 0  -->
              <question type="category"><category><text>$course$/top/实验室</text></category><info format="html"><text></text></info><idnumber></idnumber></question>
            <!-- question: 7  -->
              <question type="multichoice">
                <name><text>氧化剂</text></name>
                <questiontext format="html"><text><![CDATA[<p dir="ltr">氧化剂不得与下列哪类物质同柜存放？&nbsp;<br></p><script>alert(1)</script>]]></text></questiontext>
                <generalfeedback format="html"><text><![CDATA[<p>会发生剧烈反应，放出 O<sub>2</sub>。</p>]]></text></generalfeedback>
                <defaultgrade>1.0000000</defaultgrade><penalty>0.3333333</penalty><hidden>0</hidden><idnumber>lab-07</idnumber>
                <single>true</single><shuffleanswers>true</shuffleanswers><answernumbering>abc</answernumbering>
                <answer fraction="0" format="html"><text><![CDATA[<p>玻璃器皿</p>]]></text><feedback format="html"><text></text></feedback></answer>
                <answer fraction="100" format="html"><text><![CDATA[<p>还原剂</p>]]></text><feedback format="html"><text></text></feedback></answer>
                <tags><tag><text>实验室</text></tag><tag><text>difficulty:3</text></tag></tags>
              </question>
              <question type="truefalse">
                <name><text>判断</text></name><questiontext format="moodle_auto_format"><text>危险化学品可以单人领用。</text></questiontext>
                <answer fraction="0" format="moodle_auto_format"><text>true</text></answer><answer fraction="100" format="moodle_auto_format"><text>false</text></answer>
              </question>
              <question type="shortanswer">
                <name><text>短答</text></name><questiontext format="html"><text><![CDATA[<p>火警电话是多少？</p>]]></text></questiontext><usecase>0</usecase>
                <answer fraction="100" format="moodle_auto_format"><text>119</text></answer><answer fraction="50" format="moodle_auto_format"><text>911</text></answer>
              </question>
              <question type="numerical">
                <name><text>数</text></name><questiontext format="html"><text>疏散走道净宽不小于____米？</text></questiontext>
                <answer fraction="100" format="moodle_auto_format"><text>1.4</text><tolerance>0.05</tolerance></answer>
                <unitgradingtype>0</unitgradingtype>
              </question>
              <question type="matching">
                <name><text>配</text></name><questiontext format="html"><text>配对</text></questiontext><shuffleanswers>true</shuffleanswers>
                <subquestion format="html"><text><![CDATA[<p>A 类火</p>]]></text><answer><text>固体</text></answer></subquestion>
                <subquestion format="html"><text><![CDATA[<p>B 类火</p>]]></text><answer><text>液体</text></answer></subquestion>
                <subquestion format="html"><text></text><answer><text>气体</text></answer></subquestion>
              </question>
              <question type="ordering">
                <name><text>序</text></name><questiontext format="html"><text>使用灭火器的步骤</text></questiontext><layouttype>VERTICAL</layouttype><selecttype>ALL</selecttype>
                <answer fraction="1.0000000" format="html"><text>提</text></answer><answer fraction="2.0000000" format="html"><text>拔</text></answer><answer fraction="3.0000000" format="html"><text>瞄</text></answer>
              </question>
              <question type="essay">
                <name><text>述</text></name><questiontext format="html"><text>说明演练流程</text></questiontext><graderinfo format="html"><text><![CDATA[<ul><li>有人统一指挥（2）</li><li>清点人数</li></ul>]]></text></graderinfo>
              </question>
              <question type="cloze"><name><text>克漏字</text></name><questiontext format="html"><text>{1:MULTICHOICE:=119~120} {1:SHORTANSWER:=119}</text></questiontext></question>
              <question type="ddwtos"><name><text>拖</text></name><questiontext format="html"><text>拖词</text></questiontext></question>
            </quiz>
            """);

        Assert.Equal(9, questions.Count);
        var first = questions[0];
        Assert.Equal((QuestionKind.Single, "氧化剂不得与下列哪类物质同柜存放？", "lab-07", 3, "实验室"), (first.Kind, first.Stem, first.Id, first.Difficulty, first.Category));
        Assert.Equal(("会发生剧烈反应，放出 O₂。", 1, 6), (first.Explanation, first.Right[0], first.Line));
        Assert.Equal([ForeignFault.MarkupDropped], first.Notes());
        Assert.Equal([1], questions[1].Right);
        Assert.Equal(("火警电话是多少？____", "119"), (questions[2].Stem, Assert.Single(questions[2].Blanks[0].Accepted)));
        Assert.Equal((1.4m, 0.05m), (questions[3].Blanks[0].Value, questions[3].Blanks[0].Tolerance));
        Assert.Equal(["固体", "液体", "气体"], questions[4].Targets);
        Assert.Equal(["提", "拔", "瞄"], questions[5].Options);
        Assert.Equal([new RubricLine("有人统一指挥", 2), new RubricLine("清点人数", 1)], questions[6].Rubric);
        Assert.Equal(["cloze: MULTICHOICE + SHORTANSWER", "ddwtos"], questions.Skip(7).Select(question => Assert.Single(question.Problems, problem => problem.Fault is ForeignFault.Unsupported).Detail));
        Assert.All(questions.Take(7), question => Assert.True(question.IsTakeable));
    }

    [Fact]
    public void Brings_the_picture_of_a_question_and_looks_at_its_bytes()
    {
        var read = Assert.IsType<ForeignReading.Read>(ForeignText.Read(WithPicture(TestMedia.PngWithSecrets())));
        var (question, clean) = (Assert.Single(read.Questions), TestMedia.Png());

        Assert.Empty(question.Faults());
        Assert.Equal(("图中有隐患。", "走廊", "image/png", 2, 2), (question.Stem, question.Picture!.Alt, question.Picture.Type, question.Picture.Width, question.Picture.Height));
        Assert.Equal(clean, read.Pictures[question.Picture.File]);
        Assert.Equal([new ForeignProblem(ForeignFault.PictureBroken, "a b.png")], ForeignText.Only(WithPicture("<html><script>"u8.ToArray())).Problems.Where(problem => !problem.IsNote));
        Assert.Equal([new ForeignProblem(ForeignFault.PictureLeftOut, "b.png")], ForeignText.Only(WithPicture(clean).Replace("a%20b.png", "b.png", StringComparison.Ordinal)).Problems.Where(problem => !problem.IsNote));
        Assert.Equal([ForeignFault.PictureTextMissing], ForeignText.Only(WithPicture(clean).Replace("alt=\"走廊\"", "", StringComparison.Ordinal)).Notes());
    }

    private static string WithPicture(byte[] bytes) => $"""
        <quiz><question type="truefalse"><name><text>图</text></name>
        <questiontext format="html"><text><![CDATA[<p>图中有隐患。<img src="@@PLUGINFILE@@/a%20b.png" alt="走廊" width="20"></p>]]></text><file name="a b.png" path="/" encoding="base64">{Convert.ToBase64String(bytes)}</file></questiontext>
        <answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question></quiz>
        """;

    [Theory]
    [InlineData("<!DOCTYPE quiz [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><quiz><question type=\"essay\"><questiontext><text>&x;</text></questiontext></question></quiz>", FileFault.Entities)]
    [InlineData("<quiz><question type=\"essay\"><questiontext><text>&undeclared;</text></questiontext></question></quiz>", FileFault.Entities)]
    [InlineData("<quiz>\n<question type=\"essay\">\n<questiontext>", FileFault.Damaged)]
    [InlineData("<quiz></quiz>", FileFault.NoQuestions)]
    [InlineData("<questestinterop></questestinterop>", FileFault.UnsupportedFormat)]
    public void Refuses_what_is_no_file_of_questions(string text, FileFault fault) => Assert.Equal(fault, Assert.IsType<ForeignReading.Refused>(ForeignText.Read(text)).Why);

    [Fact]
    public void Refuses_elements_within_elements_without_end()
    {
        var text = string.Concat(Enumerable.Repeat("<a>", 50_000));

        Assert.Equal(FileFault.Bomb, Assert.IsType<ForeignReading.Refused>(ForeignText.Read("<quiz>" + text)).Why);
    }

    [Fact]
    public void Never_breaks_over_what_is_broken()
    {
        var random = new Random(11);
        byte[][] wholes =
        [
            Encoding.UTF8.GetBytes("// [id:a-1]\n::a::题{~%50%甲 ~%50%乙 ~丙####因为}\n\n数{#1..3}\n\n配{=甲 -> 乙 =丙 -> 丁}\n"),
            Encoding.UTF8.GetBytes("<quiz><question type=\"multichoice\"><questiontext format=\"html\"><text><![CDATA[<p>题<img src='a'></p>]]></text></questiontext><answer fraction=\"100\"><text>甲</text></answer></question></quiz>"),
            Encoding.UTF8.GetBytes("题型,题干,选项,答案,难度\n单选题,\"甲\n乙\",\"[\"\"一\"\",\"\"二\"\"]\",A,3\n填空,____,,a|#3±1{m}!,易\n匹配题,配,甲→乙|丙→丁,,\n排序题,排,A.甲 B.乙,BA,\n"),
            Encoding.UTF8.GetBytes("题\nA. 甲\nB. 乙\nANSWER: B\n"),
        ];
        foreach (var whole in wholes)
        {
            for (var round = 0; round < 400; round++)
            {
                var bytes = whole[..random.Next(1, whole.Length + 1)];
                for (var change = random.Next(4); change > 0; change--)
                {
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                }

                _ = ForeignFile.Read(bytes);
            }
        }
    }
}
