namespace TrainingHub.Contests.Stage;

/// <summary>Rule sets that are ready to use; every value can be changed.</summary>
public enum StagePreset
{
    /// <summary>甲式: with base points, individual and team questions, two phases of risk questions, a long buzz that goes on to the audience.</summary>
    A,

    /// <summary>乙式: shorter, with shared questions.</summary>
    B,
}
