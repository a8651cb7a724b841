using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Courseware;

/// <summary>Questions of every kind in a course's files.</summary>
public sealed class QuestionKindsTests : IDisposable
{
    private const string File = "doors/questions/kinds.yml";
    private const string Head = "  use: both\n  difficulty: 1\n  explanation: 如此。\n  basis: {document: some-rules, statement: 如此}\n";

    private readonly CourseFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_kind_is_read()
    {
        folder.Write("doors/questions/corridor.png", TestMedia.Png());
        folder.Write(File, $$"""
            - id: k-fill
              kind: fillIn
              stem: 每层____个出口，净宽____米。
              blanks:
                - {accepted: [两, '2']}
                - {number: '1.4', tolerance: '0.05', units: [米, m], unitRequired: true}
            {{Head}}
            - id: k-order
              kind: ordering
              stem: 疏散时先做什么？
              steps: [听到警报, 离开教室, 清点人数]
            {{Head}}
            - id: k-match
              kind: matching
              stem: 隐患各属哪一类？
              pairs:
                - {item: 电线乱拉, target: 用电}
                - {item: 出口上锁, target: 疏散}
                - {item: 插座发热, target: 用电}
              others: [食品]
            {{Head}}
            - id: k-spot
              kind: hotspot
              stem: 图上哪里不允许？
              picture: {file: corridor.png, alt: 走廊}
              places:
                - {name: 左边的门, right: true, zone: '0,0 500,1000'}
                - {name: 右边的窗, zone: '600,0 900,0 750,400'}
            {{Head}}
            - id: k-write
              kind: written
              stem: 写出起火后要做的事。
              characters: 300
              rubric: [{text: 报警, weight: 2}, {text: 疏散, weight: 3}]
            {{Head}}
            - case: {id: kitchen, text: 情景：灶台起火。, pictures: [{file: corridor.png, alt: 后厨}]}
              questions:
                - id: k-judge
                  kind: judgement
                  stem: 灶台的事怎样判定？
                  level: major
                  clauses: [{text: 第五项, right: true}, {text: 第八项}]
                  use: both
                  difficulty: 1
                  explanation: 如此。
                  basis: {document: some-rules, statement: 如此}
            """);

        var questions = folder.Accepted().Content.Questions.ToDictionary(question => question.Prompt.Id, StringComparer.Ordinal);

        Assert.True(questions["k-fill"].Key.Blanks[0].Accepts("2"));
        Assert.Equal((1.4m, 0.05m, true), (questions["k-fill"].Key.Blanks[1].Value, questions["k-fill"].Key.Blanks[1].Tolerance, questions["k-fill"].Key.Blanks[1].NeedsUnit));
        Assert.Equal(["听到警报", "离开教室", "清点人数"], questions["k-order"].Prompt.Options);
        Assert.Equal(["用电", "疏散", "食品"], questions["k-match"].Prompt.Targets);
        Assert.Equal([0, 1, 0], questions["k-match"].Key.Pairs);
        Assert.Equal([0], questions["k-spot"].Key.CorrectOptions);
        Assert.Equal([4, 3], questions["k-spot"].Key.Zones.Select(zone => zone.Corners.Count));
        Assert.Equal(("image/png", "走廊"), (questions["k-spot"].Prompt.Picture?.Type, questions["k-spot"].Prompt.Picture?.Alt));
        Assert.Equal([new RubricLine("报警", 2), new RubricLine("疏散", 3)], questions["k-write"].Key.Rubric);
        Assert.Equal(("kitchen", HazardLevel.Major), (questions["k-judge"].Prompt.Case?.Id, questions["k-judge"].Key.Level));
        Assert.Single(questions["k-judge"].Prompt.Case!.Pictures);
    }

    [Theory]
    [InlineData("kind: fillIn\n  stem: 没有空。\n  blanks: [{accepted: [甲]}]", "blank-count", 1)]
    [InlineData("kind: fillIn\n  stem: 宽____米。\n  blanks: [{number: 一米}]", "number-unreadable", 4)]
    [InlineData("kind: ordering\n  stem: 排。\n  steps: [只有一步]", "option-count", 1)]
    [InlineData("kind: matching\n  stem: 配。\n  pairs: [{item: 甲}]", "field-missing", 4)]
    [InlineData("kind: hotspot\n  stem: 标。\n  places: [{name: 门, right: true, zone: '0,0 9,9'}, {name: 窗, zone: '0,0 9,9'}]", "picture-missing", 1)]
    [InlineData("kind: hotspot\n  stem: 标。\n  picture: {file: no.png, alt: 无}\n  places: [{name: 门, right: true, zone: '0,0 1001,9'}]", "zone-unreadable", 5)]
    [InlineData("kind: hotspot\n  stem: 标。\n  picture: {file: no.png, alt: 无}\n  places: [{name: 门, right: true, zone: '0,0 9,9'}]", "media-missing", 4)]
    [InlineData("kind: judgement\n  stem: 判。\n  level: none\n  clauses: [{text: 甲, right: true}, {text: 乙}]", "clause-without-hazard", 1)]
    [InlineData("kind: judgement\n  stem: 判。\n  level: huge", "word-unknown", 4)]
    [InlineData("kind: written\n  stem: 写。\n  characters: 100", "field-missing", 1)]
    [InlineData("kind: ordering\n  stem: 排。\n  steps: [甲, 乙]\n  answer: AB", "field-unknown", 5)]
    public void What_is_wrong_is_told_with_its_line(string question, string code, int line)
    {
        folder.Write(File, $"- id: k-1\n  {question}\n{Head}");

        Assert.Contains((File, line, code), folder.Problems());
    }

    [Fact]
    public void A_lesson_checks_by_choice_alone()
    {
        folder.Write(File, $"- id: k-1\n  kind: ordering\n  stem: 排。\n  steps: [甲, 乙]\n{Head}");
        folder.Write(CourseFolder.Lesson, folder.ReadText(CourseFolder.Lesson).Replace("  - c-6", "  - c-6\n  - k-1", StringComparison.Ordinal));

        Assert.Contains(folder.Problems(), problem => problem.Code is "check-not-choice");
    }
}
