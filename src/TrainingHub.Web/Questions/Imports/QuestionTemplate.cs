using TrainingHub.Courseware.Exchange;

namespace TrainingHub.Questions.Imports;

/// <summary>The examples that stand in our template: overwritten by whoever fills it in.</summary>
internal static class QuestionTemplate
{
    public static IReadOnlyList<ForeignQuestion> Examples { get; } =
    [
        new() { Number = 1, Kind = QuestionKind.Single, Stem = "上课期间，教学楼的疏散门应当处于什么状态？", Options = ["能从里面打开", "上锁，由保安保管钥匙", "用桌椅挡住", "只开一扇"], Right = [0], Explanation = "发生火灾时，门打不开就无法疏散。", Difficulty = 1, Points = ["疏散"], Basis = "《消防安全管理办法》", Use = QuestionUse.Both },
        new() { Number = 2, Kind = QuestionKind.Multiple, Stem = "检查灭火器时要看哪些？", Options = ["压力指针", "铅封", "有效期", "瓶身颜色"], Right = [0, 1, 2], Explanation = "颜色不说明灭火器能不能用。", Difficulty = 2, Points = ["消防器材"], Use = QuestionUse.Practice },
        new() { Number = 3, Kind = QuestionKind.TrueFalse, Stem = "走廊里可以临时堆放书本。", Right = [1], Explanation = "疏散通道任何时候都要畅通。", Difficulty = 1 },
        new() { Number = 4, Kind = QuestionKind.FillIn, Stem = "火警电话是____。", Blanks = [new BlankKey { Accepted = ["119"] }], Difficulty = 1 },
        new() { Number = 5, Kind = QuestionKind.Ordering, Stem = "使用干粉灭火器的步骤是什么？", Options = ["提起灭火器", "拔掉保险销", "对准火焰根部", "压下压把"], Difficulty = 2 },
        new() { Number = 6, Kind = QuestionKind.Matching, Stem = "把火灾的类别和燃烧的东西连起来。", Options = ["A类火灾", "B类火灾"], Targets = ["固体", "液体", "气体"], Pairs = [0, 1], Difficulty = 2 },
        new() { Number = 7, Kind = QuestionKind.Written, Stem = "发现教室起火，说明老师要做的三件事。", Rubric = [new RubricLine("组织学生疏散", 2), new RubricLine("报警并说清地点", 1), new RubricLine("清点人数", 1)], MostCharacters = 500, Difficulty = 3 },
        new() { Number = 8, Kind = QuestionKind.Judgement, Stem = "教学楼唯一的疏散楼梯上课时间上锁，这属于什么隐患？", Options = ["疏散通道、安全出口锁闭", "灭火器超过检验期限"], Right = [0], Level = HazardLevel.Major, Explanation = "上课期间锁闭安全出口，起火时人员无法疏散。", Difficulty = 2 },
    ];
}
