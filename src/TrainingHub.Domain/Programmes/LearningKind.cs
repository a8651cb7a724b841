namespace TrainingHub.Programmes;

/// <summary>How something was learnt or shown. Stored by number: never renumber.</summary>
public enum LearningKind
{
    /// <summary>通过测验</summary>
    Quiz = 1,
    /// <summary>学完课时</summary>
    Lesson = 2,
    /// <summary>集中培训</summary>
    Session = 3,
    /// <summary>操作考核</summary>
    Assessment = 4,
    /// <summary>外部培训, recognized</summary>
    Outside = 5,
    /// <summary>知识竞赛</summary>
    Contest = 6,
}
