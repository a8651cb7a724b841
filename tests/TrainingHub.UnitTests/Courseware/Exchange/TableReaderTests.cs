using System.Text;
using TrainingHub.Courseware.Exchange;
using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Courseware.Exchange;

public sealed class TableReaderTests
{
    static TableReaderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("题型,题干,选项A,选项B,选项C,选项D,正确答案(如 A/ABCD/正确),难度(1-5),试题解析\n单选题,甲？,一,二,三,四,B,5,因为\n多选,乙？,一,二,三,四,\"A,C\",1,\n判断,丙。,,,,,√,3,")]
    [InlineData("type,question,options,answer\nsingle,甲？,A.一|B.二|C.三|D.四,B\nmultiple,乙？,\"A、一 B、二 C、三 D、四\",AC\njudge,丙。,,true")]
    [InlineData("题目类型,题目,选项,答案\n1,甲？,\"[\"\"A. 一\"\",\"\"B. 二\"\",\"\"C. 三\"\",\"\"D. 四\"\"]\",二\n2,乙？,\"{\"\"A\"\":\"\"一\"\",\"\"B\"\":\"\"二\"\",\"\"C\"\":\"\"三\"\",\"\"D\"\":\"\"四\"\"}\",\"[\"\"一\"\",\"\"三\"\"]\"\n3,丙。,\"[\"\"对\"\",\"\"错\"\"]\",A")]
    [InlineData("题型\t试题内容\t选项内容\t标准答案\n单项选择题\t甲？\t（A）一；（B）二；（C）三；（D）四\tＢ\n多项选择题\t乙？\tA．一 B．二 C．三 D．四\tA、C\n是非题\t丙。\t\t对")]
    [InlineData("questionContent,questionAnswer,optionContent,questionType\n甲？,B,\"[\"\"一\"\",\"\"二\"\",\"\"三\"\",\"\"四\"\"]\",单选\n乙？,CA,\"[\"\"一\"\",\"\"二\"\",\"\"三\"\",\"\"四\"\"]\",多选\n丙。,1,,判断")]
    public void Reads_headers_kinds_options_and_answers_in_their_many_ways(string csv)
    {
        var questions = ForeignText.Questions(csv);

        Assert.Equal([QuestionKind.Single, QuestionKind.Multiple, QuestionKind.TrueFalse], questions.Select(question => question.Kind));
        Assert.All(questions, question => Assert.Empty(question.Faults()));
        Assert.Equal(["一", "二", "三", "四"], questions[0].Options);
        Assert.Equal([1], questions[0].Right);
        Assert.Equal(["一", "二", "三", "四"], questions[1].Options);
        Assert.Equal([0, 2], questions[1].Right);
        Assert.Equal([0], questions[2].Right);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("GB18030", false)]
    [InlineData("utf-16", true)]
    public void Reads_the_encodings_that_schools_have(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes("题型,题干,答案\n判断题,禁止堵塞“疏散通道”。,正确\n")];

        var read = Assert.IsType<ForeignReading.Read>(ForeignFile.Read(bytes));

        Assert.Equal("禁止堵塞“疏散通道”。", Assert.Single(read.Questions).Stem);
    }

    [Theory]
    [InlineData("单选,甲？,一,二,E", ForeignFault.AnswerOutOfRange)]
    [InlineData("单选,甲？,一,二,", ForeignFault.AnswerMissing)]
    [InlineData("单选,甲？,一,二,AB", ForeignFault.AnswerNotOne)]
    [InlineData("多选,甲？,一,二,A", ForeignFault.AnswerTooFew)]
    [InlineData("单选,甲？,一,,A", ForeignFault.OptionsMissing)]
    [InlineData("单选,甲？,一,一,A", ForeignFault.OptionRepeated)]
    [InlineData("单选,,一,二,A", ForeignFault.StemMissing)]
    [InlineData("连连看,甲？,一,二,A", ForeignFault.KindUnknown)]
    [InlineData("案例题,甲？,一,二,A", ForeignFault.Unsupported)]
    [InlineData("判断,甲。,,,也许", ForeignFault.AnswerUnknown)]
    [InlineData("填空,甲____乙____,,,一", ForeignFault.BlankCount)]
    public void Refuses_a_row_and_says_why(string row, ForeignFault fault)
    {
        var question = ForeignText.Only("题型,题干,选项A,选项B,答案\n" + row);

        Assert.Contains(fault, question.Faults());
        Assert.Equal(2, question.Line);
    }

    [Theory]
    [InlineData("CO", 0)]
    [InlineData("CH4", 3)]
    [InlineData("D", 3)]
    [InlineData("CO、H2", 0, 2)]
    public void An_answer_of_several_letters_may_be_an_option_itself(string answer, params int[] right)
    {
        var question = ForeignText.Only($"题型,题干,选项A,选项B,选项C,选项D,答案\n选择题,哪些是可燃气体？,CO,CO2,H2,CH4,\"{answer}\"");

        Assert.Equal(right, question.Right);
        Assert.Empty(question.Faults());
    }

    [Theory]
    [InlineData(",甲？,,,A", ForeignFault.KindUnknown)]
    [InlineData("单选,甲？,一,二,E", ForeignFault.AnswerOutOfRange)]
    [InlineData("判断,甲。,,,也许", ForeignFault.AnswerUnknown)]
    public void A_fault_is_said_once(string row, ForeignFault fault) =>
        Assert.Equal([fault], ForeignText.Only("题型,题干,选项A,选项B,答案\n" + row).Faults());

    [Theory]
    [InlineData("难度(1-5)", "3", 2)]
    [InlineData("难度（1~3）", "3", 3)]
    [InlineData("难度（1至10）", "3", 1)]
    public void The_header_says_of_how_many_levels_the_difficulty_is(string header, string cell, int difficulty)
    {
        var question = ForeignText.Only($"题型,题干,答案,{header}\n判断,甲。,对,{cell}");

        Assert.Equal(difficulty, question.Difficulty);
        Assert.DoesNotContain(question.Problems, problem => problem.Fault is ForeignFault.DifficultyGuessed);
    }

    [Fact]
    public void What_had_to_be_guessed_is_said()
    {
        var questions = ForeignText.Questions("题型,题干,选项A,选项B,答案,难度\n判断,甲。,错误,正确,1,2\n判断,乙。,正确,错误,1,5");

        Assert.Equal([0, 0], questions.Select(question => question.Right[0]));
        Assert.Equal([ForeignFault.DifficultyGuessed, ForeignFault.AnswerAmbiguous], questions[0].Problems.Select(problem => problem.Fault).Where(fault => fault is ForeignFault.DifficultyGuessed or ForeignFault.AnswerAmbiguous).OrderBy(fault => (int)fault));
        Assert.DoesNotContain(questions[1].Problems, problem => problem.Fault is ForeignFault.DifficultyGuessed or ForeignFault.AnswerAmbiguous);
    }

    [Fact]
    public void A_hazard_is_judged_in_a_table_and_places_are_not_marked_in_one()
    {
        var questions = ForeignText.Questions("题型,题干,选项A,选项B,答案,隐患等级\n隐患判定题,锁闭安全出口。,第一项,第二项,A,重大事故隐患\n隐患判定题,地面有纸屑。,,,,不构成隐患\n隐患判定题,锁闭安全出口。,第一项,第二项,A,\n图上标注题,图中哪里？,一,二,A,");

        Assert.Equal([HazardLevel.Major, HazardLevel.None], questions.Take(2).Select(question => question.Level ?? default));
        Assert.All(questions.Take(2), question => Assert.Empty(question.Faults()));
        Assert.Equal([ForeignFault.LevelMissing], questions[2].Faults());
        Assert.Equal([ForeignFault.HotspotInTable], questions[3].Faults());
    }

    [Fact]
    public void Keeps_marks_and_line_breaks_and_reads_remarks_and_headings()
    {
        var questions = ForeignText.Questions(""""
            校园安全题库（2026年）,,,,,
            题型,题干,选项A,选项B,答案,解析
            一、单选题（每题2分）,,,,,
            ,"疏散门应当（  ）；占 50%，对吗？",开启,"关、锁，""堵""",AA,"第一行
            第二行"
            二、判断题,,,,,
            ,'=1+1 是公式吗。,,,错,
            出题人：安全科,,,,,
            """");

        Assert.Equal(3, questions.Count);
        Assert.Equal((QuestionKind.Single, "疏散门应当（  ）；占 50%，对吗？", "第一行\n第二行", 4), (questions[0].Kind, questions[0].Stem, questions[0].Explanation, questions[0].Line));
        Assert.Equal("关、锁，\"堵\"", questions[0].Options[1]);
        Assert.Equal([ForeignFault.AnswerRepeated], questions[0].Notes());
        Assert.Equal((QuestionKind.TrueFalse, "=1+1 是公式吗。"), (questions[1].Kind, questions[1].Stem));
        Assert.Equal([ForeignFault.NotAQuestion], questions[2].Faults());
    }

    [Fact]
    public void Asks_what_the_columns_are_when_no_header_is_known()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("甲列,乙列,丙列\n判断题,堵塞通道很危险。,对\n");

        Assert.Equal(2, Assert.IsType<ForeignReading.ColumnsUnknown>(ForeignFile.Read(bytes)).Rows.Count);
        var read = Assert.IsType<ForeignReading.Read>(ForeignFile.Read(bytes, [TableColumn.Kind, TableColumn.Stem, TableColumn.Answer]));
        Assert.True(Assert.Single(read.Questions).IsTakeable);
    }

    [Fact]
    public void Reads_steps_pairs_blanks_and_rubrics()
    {
        var questions = ForeignText.Questions("""
            题型,题干,选项A,选项B,选项C,答案,难度
            排序题,灭火器怎么用？,拔,提,瞄,BAC,简单
            匹配题,配对,A类火 → 固体,B类火 → 液体,→ 气体,,困难
            填空题,净宽不小于____米，每____个月检查。,,,,"#1.4±0.05{米,m}
            一|1",中等
            简答题,说明流程,,,,"有人指挥（2）
            清点人数",
            """);

        Assert.Equal(["提", "拔", "瞄"], questions[0].Options);
        Assert.Equal((1, 3, 2), (questions[0].Difficulty, questions[1].Difficulty, questions[2].Difficulty));
        Assert.Equal((2, 3), (questions[1].Options.Count, questions[1].Targets.Count));
        Assert.Equal((1.4m, 0.05m), (questions[2].Blanks[0].Value, questions[2].Blanks[0].Tolerance));
        Assert.Equal(["一", "1"], questions[2].Blanks[1].Accepted);
        Assert.Equal([new RubricLine("有人指挥", 2), new RubricLine("清点人数", 1)], questions[3].Rubric);
        Assert.All(questions, question => Assert.True(question.IsTakeable));
    }

    [Theory]
    [InlineData("119/一一九", "119,一一九")]
    [InlineData("一一九／119", "一一九,119")]
    [InlineData("疏散通道/安全通道；消防通道", "疏散通道,安全通道,消防通道")]
    [InlineData("5分钟/五分钟/300秒", "5分钟,五分钟,300秒")]
    [InlineData("2024/5/1", "2024/5/1")]
    [InlineData("1/2", "1/2")]
    [InlineData("km/h", "km/h")]
    [InlineData("GB/T 38315", "GB/T 38315")]
    [InlineData("1.5米/秒", "1.5米/秒")]
    [InlineData("30元/人", "30元/人")]
    [InlineData("和/或", "和/或")]
    public void Takes_several_ways_to_fill_one_blank_where_a_stroke_can_mean_nothing_else(string answer, string accepted)
    {
        var question = ForeignText.Only($"题型,题干,答案\n填空题,火警电话是____。,{answer}");

        Assert.Equal(accepted, string.Join(',', Assert.Single(question.Blanks).Accepted));
    }

    [Fact]
    public void A_stroke_in_our_own_template_is_a_sign_like_any_other()
    {
        var ours = new ForeignQuestion { Number = 1, Kind = QuestionKind.FillIn, Stem = "写作____。", Blanks = [new BlankKey { Accepted = ["甲/乙"] }] };

        var read = Assert.IsType<ForeignReading.Read>(TableReader.Read(ExchangeFormat.Workbook, [new TableRow("题", 1, TableWriter.Header(4)), new TableRow("题", 2, TableWriter.Row(ours, 4))]));

        Assert.Equal(["甲/乙"], Assert.Single(Assert.Single(read.Questions).Blanks).Accepted);
    }

    [Fact]
    public void Reads_aiken_and_names_the_line_that_has_no_answer()
    {
        var questions = ForeignText.Questions("疏散时先做什么？\nA) 收拾书包\nB) 听从指挥\nANSWER: B\n\n走廊能堆物。\nA. 正确\nB. 错误\nANSWER: B\n\n没有答案的题\nA. 甲\nB. 乙\n");

        Assert.Equal([QuestionKind.Single, QuestionKind.TrueFalse, null], questions.Select(question => question.Kind));
        Assert.Equal((11, ForeignFault.Malformed), (questions[2].Line, Assert.Single(questions[2].Faults())));
    }
}
