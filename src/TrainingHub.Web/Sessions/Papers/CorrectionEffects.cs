namespace TrainingHub.Sessions.Papers;

/// <summary>What correcting a paper changes in the ledger and in figures, of programmes that ask for one thing and of those of several parts alike.</summary>
/// <param name="Revokes">Records that were in force and no longer are.</param>
/// <param name="Appends">Records that are entered.</param>
/// <param name="Figures">Targets whose covered are one more or one fewer: names in Chinese and in English.</param>
public sealed record CorrectionEffects(
    IReadOnlyList<CorrectionEffects.Record> Revokes, IReadOnlyList<CorrectionEffects.Record> Appends, IReadOnlyList<(string Name, string NameEn, bool IsMore)> Figures)
{
    public static CorrectionEffects None { get; } = new([], [], []);

    public bool IsNothing => Revokes.Count + Appends.Count + Figures.Count is 0;

    /// <param name="Name">Of the programme, in Chinese.</param>
    /// <param name="NameEn">In English; may be empty.</param>
    /// <param name="Day">The completion day.</param>
    /// <param name="Serial">Of its certificate; null without. Of a record that is only foreseen no serial is told: it may become another one.</param>
    /// <param name="Restores">Whether it takes the place of a revoked one.</param>
    public sealed record Record(Guid Id, string Name, string NameEn, DateOnly Day, string? Serial, bool Restores);
}
