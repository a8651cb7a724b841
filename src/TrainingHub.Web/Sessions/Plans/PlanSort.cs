namespace TrainingHub.Sessions.Plans;

/// <summary>By what the people of a plan are ordered.</summary>
public enum PlanSort
{
    Batch,
    Name,
    Unit,
    Post,
}
