using System.Text;
using TrainingHub.Courseware.Exchange;
using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Courseware.Exchange;

/// <summary>GIFT and Aiken as other tools and people write them.</summary>
public sealed class ForeignGiftTests
{
    [Fact]
    public void Reads_the_many_ways_to_write_the_same()
    {
        byte[] file = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(""""
            // 校园安全题库，由别的工具导出

            $CATEGORY: tom/dick/消防//防火
            ::Q1:: 灭火器多久检查一次？ {=每月#对，每月一次 ~每年#太久了 ~%-50%从不 }

            ::Q2::[markdown]下列**哪些**要清点？{
            // 括号里也有注释
            ~%33.33333%学生
            ~%33.33333%老师
            ~%33.33333%访客
            ~%-100%桌椅
            }

            疏散时可以乘坐电梯。{ FALSE # 停电会被困住 # 答对了 #### 疏散只走楼梯。}

            报警电话是{~=119 ~110 ~120}，先说地点。

            走道净宽是多少米？{#
              =1.4:0.1#正好
              =%50%1.4:0.3#差不多
            }

            圆周率是多少？{#3.14:0.01}

            保留到小数点后五位是{#3.141..3.142}。

            负数与指数{#-1.5e2}

            谁先离开教室？{=学生 =同学们 =%50%老师}

            表达式 a\=b 里的 \{x\} 叫什么\:\n选一个 { =变量\~名 ~常\#量 }

            [html]<p>图标 <b>里</b> 有 <script>alert(1)</script> 什么？<br>看清楚</p>{=人#<i>是</i> ~[plain]<车> }

            配一配 {
              =灭火毯 -> 厨房 # 说明
              =洗眼器 -> 实验室
              =应急灯 -> 走廊
            } （每样只用一次）

            说说你的做法。 {}
            """".ReplaceLineEndings("\r\n"))];

        var read = Assert.IsType<ForeignReading.Read>(ForeignFile.Read(file)).Questions;

        Assert.Equal(13, read.Count);
        Assert.All(read, question => Assert.Empty(question.Faults()));
        Assert.All(read, question => Assert.Contains("消防／防火", question.Tags));
        Assert.Equal((QuestionKind.Single, "每月,每年,从不", 0, "“每月”：对，每月一次\n“每年”：太久了"), (read[0].Kind, string.Join(',', read[0].Options), read[0].Right[0], read[0].Explanation));
        Assert.Equal((QuestionKind.Multiple, "下列哪些要清点？", "0,1,2"), (read[1].Kind, read[1].Stem, string.Join(',', read[1].Right)));
        Assert.Equal((QuestionKind.TrueFalse, 1, "疏散只走楼梯。\n答错：停电会被困住\n答对：答对了"), (read[2].Kind, read[2].Right[0], read[2].Explanation));
        Assert.Equal(("报警电话是____，先说地点。", "119,110,120", 0), (read[3].Stem, string.Join(',', read[3].Options), read[3].Right[0]));
        Assert.Equal((1.4m, 0.1m), (read[4].Blanks[0].Value, read[4].Blanks[0].Tolerance));
        Assert.Contains(ForeignFault.WeightsDropped, read[4].Notes());
        Assert.Equal((3.14m, 0.01m), (read[5].Blanks[0].Value, read[5].Blanks[0].Tolerance));
        Assert.Equal((3.1415m, 0.0005m, "保留到小数点后五位是____。"), (read[6].Blanks[0].Value, read[6].Blanks[0].Tolerance, read[6].Stem));
        Assert.Equal(-150m, read[7].Blanks[0].Value);
        Assert.Equal(["学生", "同学们"], read[8].Blanks[0].Accepted);
        Assert.Equal(("表达式 a=b 里的 {x} 叫什么:\n选一个", "变量~名,常#量"), (read[9].Stem, string.Join(',', read[9].Options)));
        Assert.Equal(("图标 里 有 什么？\n看清楚", "人,<车>"), (read[10].Stem, string.Join(',', read[10].Options)));
        Assert.Contains(new ForeignProblem(ForeignFault.MarkupDropped, "script"), read[10].Problems);
        Assert.Equal((QuestionKind.Matching, "灭火毯,洗眼器,应急灯", 3), (read[11].Kind, string.Join(',', read[11].Options), read[11].Targets.Count));
        Assert.Equal(QuestionKind.Written, read[12].Kind);
    }

    [Theory]
    [InlineData("火警电话{=1*}", ForeignFault.AnswerUnknown)]
    [InlineData("[html]<p>看图 <img src=\"a.png\"></p>{T}", ForeignFault.PictureLeftOut)]
    [InlineData("[html]看图{=<img src\\=\"a.png\"> ~乙}", ForeignFault.PicturesTooMany)]
    [InlineData("[html]<math><mi>x</mi></math> 是多少？{=1 ~2}", ForeignFault.Unsupported)]
    [InlineData("[markdown]看图 ![走廊](data:image/png;base64,PGh0bWw+){T}", ForeignFault.PictureBroken)]
    public void Lists_what_it_cannot_carry(string text, ForeignFault fault) => Assert.Contains(fault, ForeignText.Only(text).Faults());

    [Fact]
    public void Takes_one_of_several_languages()
    {
        var spans = ForeignText.Only("[html]<span lang=\"en\" class=\"multilang\">Fire\\: what first?</span> <span lang=\"zh_cn\" class=\"multilang\">着火先做什么？</span>{=跑 ~躲}");
        var braces = ForeignText.Only("""
            <quiz><question type="truefalse"><questiontext format="html"><text>{mlang en}Stay{mlang}{mlang zh_cn}<b>留下</b>{mlang}等待。</text></questiontext><answer fraction="100"><text>true</text></answer></question></quiz>
            """);

        Assert.Equal(("着火先做什么？", "留下等待。"), (spans.Stem, braces.Stem));
        Assert.Contains(ForeignFault.LanguageChosen, spans.Notes());
        Assert.Contains(ForeignFault.LanguageChosen, braces.Notes());
    }

    [Fact]
    public void Says_of_what_was_cleaned_what_it_was()
    {
        var question = ForeignText.Only("""[html]<p onclick\="x()">甲<a href\="javascript\:alert(1)">乙</a><iframe src\="//e"></iframe><svg onload\="x"><text>丙</text></svg></p>{T}""");

        Assert.Equal("甲乙", question.Stem);
        Assert.Contains(new ForeignProblem(ForeignFault.MarkupDropped, "onclick, javascript, iframe, svg"), question.Problems);
    }

    [Fact]
    public void Reads_aiken_and_does_not_run_questions_together()
    {
        var read = ForeignText.Questions("""
            着火时
            先做什么？

            A) 报警
               并说明地点
            B) 收拾书包
            C) 观望
            ANSWER: A

            这一题没有答案
            A. 甲
            B. 乙

            走廊能堆物吗？
            A. 能
            B. 不能
            ANSWER: B
            缺一个选项
            A. 甲
            C. 丙
            ANSWER: C
            两个答案
            A. 甲
            B. 乙
            ANSWER: AB
            超出
            A. 甲
            B. 乙
            ANSWER: D
            """);

        Assert.Equal([true, false, true, false, false, false], read.Select(question => question.IsTakeable));
        Assert.Equal(("着火时\n先做什么？", "报警\n并说明地点|收拾书包|观望", 0), (read[0].Stem, string.Join('|', read[0].Options), read[0].Right[0]));
        Assert.Equal((10, "这一题没有答案"), (read[1].Line, read[1].Stem));
        Assert.Equal(("走廊能堆物吗？", 1), (read[2].Stem, read[2].Right[0]));
        Assert.Equal([ForeignFault.Malformed, ForeignFault.Malformed, ForeignFault.AnswerOutOfRange], read.Skip(3).Select(question => question.Faults().First()));
    }
}
