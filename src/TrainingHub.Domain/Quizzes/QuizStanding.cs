namespace TrainingHub.Quizzes;

/// <summary>状态 of an arranged quiz. Stored by number: never renumber.</summary>
public enum QuizStanding
{
    /// <summary>草稿: nobody but those who arrange it sees it.</summary>
    Draft = 0,

    /// <summary>已发布: who takes part finds it, and can start while its window is open.</summary>
    Published = 1,

    /// <summary>已结束: ended before its window did; open attempts go on to their deadline.</summary>
    Closed = 2,

    /// <summary>已撤回: nobody can start; nobody but those who have an attempt sees it.</summary>
    Withdrawn = 3,
}
