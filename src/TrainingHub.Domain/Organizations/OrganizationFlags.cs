namespace TrainingHub.Organizations;

/// <summary>Traits of an organization that a target or an obligation may ask for.</summary>
[Flags]
public enum OrganizationFlags
{
    None = 0,
    /// <summary>寄宿制</summary>
    Boarding = 1 << 0,
    /// <summary>有高层建筑</summary>
    HighRise = 1 << 1,
    /// <summary>超大规模</summary>
    VeryLarge = 1 << 2,
    /// <summary>民办；counts like the others unless a target says otherwise</summary>
    Private = 1 << 3,
}
