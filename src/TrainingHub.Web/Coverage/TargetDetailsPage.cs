using TrainingHub.Programmes;

namespace TrainingHub.Coverage;

/// <summary>A form about a target that is set.</summary>
/// <typeparam name="T">Its input.</typeparam>
/// <param name="Own">The target.</param>
/// <param name="Input">As it was typed.</param>
public sealed record TargetDetailsPage<T>(OwnTarget Own, T Input)
{
    public string Title => ProgrammeRow.InEnglish ? Own.Target.NameEn : Own.Target.Name;
}
