namespace TrainingHub.People;

/// <summary>What may be done (权限). Granted to a person for a sub-tree; not to be confused with a position. Stored by number: never renumber.</summary>
public enum Capability
{
    None = 0,
    /// <summary>See organizations and their people.</summary>
    ReadPeople = 1,
    /// <summary>Edit organizations below the granted one.</summary>
    ManageOrganizations = 2,
    /// <summary>Edit people and memberships, import rosters.</summary>
    ManagePeople = 3,
    /// <summary>Print activation slips, reset lost passwords.</summary>
    ManageAccounts = 4,
    /// <summary>Say for a unit who holds a post, that it is vacant or not kept.</summary>
    DeclarePositions = 5,
    /// <summary>Confirm what units below say: posts not kept, exclusions, transfers.</summary>
    ConfirmDeclarations = 6,
    /// <summary>See coverage figures.</summary>
    ReadCoverage = 7,
    /// <summary>See and export the names behind the figures.</summary>
    ReadNames = 8,
    /// <summary>Set programmes and targets.</summary>
    ManageTargets = 9,
    /// <summary>See training records of others.</summary>
    ReadRecords = 10,
    /// <summary>Revoke training records and certificates.</summary>
    RevokeRecords = 11,
    /// <summary>Arrange quizzes, give more time or another attempt.</summary>
    ManageQuizzes = 12,
    /// <summary>Grant capabilities for the sub-tree.</summary>
    ManageGrants = 13,
    /// <summary>Enter local guides and a unit's own safe-work standards.</summary>
    ManageStandards = 14,
    /// <summary>Write and publish courses and questions.</summary>
    ManageCourses = 15,
    /// <summary>Plan sessions, keep their attendance, close them.</summary>
    ManageSessions = 16,
}
