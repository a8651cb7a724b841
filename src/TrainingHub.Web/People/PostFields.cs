namespace TrainingHub.People;

/// <summary>The fields that every form of a post has.</summary>
public sealed record PostFields(PostInput Input, IReadOnlyList<PositionRow> Positions)
{
    public Guid? Position => Input.Position;
    public DateOnly? From => Input.From;
    public DateOnly? Until => Input.Until;
    public Employment Employment => Input.Employment;
}
