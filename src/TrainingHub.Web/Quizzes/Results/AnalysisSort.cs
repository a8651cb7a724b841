namespace TrainingHub.Quizzes.Results;

/// <summary>By what the questions of a quiz can be sorted.</summary>
public enum AnalysisSort
{
    Percent,
    Shown,
    Unanswered,
    Stem,
}
