using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrainingHub.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddContestsAndOrganizationLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IncludesOthers",
                table: "BatchPlans",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "ContestAwards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContestAwards", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ContestEntries",
                columns: table => new
                {
                    ContestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Seat = table.Column<int>(type: "INTEGER", nullable: true),
                    Item = table.Column<int>(type: "INTEGER", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Amount = table.Column<int>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ClientId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    Digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContestEntries", x => new { x.ContestId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "ContestItems",
                columns: table => new
                {
                    ContestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    QuestionHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    OptionOrder = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContestItems", x => new { x.ContestId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "ContestKeys",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ContestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Seat = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContestKeys", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "Contests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Rules = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Plan = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    AllowsGuests = table.Column<bool>(type: "INTEGER", nullable: false),
                    Teams = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Questions = table.Column<int>(type: "INTEGER", nullable: false),
                    PreparedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Seats = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Contests_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ContestSeats",
                columns: table => new
                {
                    ContestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Place = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    GuestName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Team = table.Column<int>(type: "INTEGER", nullable: true),
                    JoinedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContestSeats", x => new { x.ContestId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "FrozenRankings",
                columns: table => new
                {
                    ContestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FrozenRankings", x => x.ContestId);
                });

            migrationBuilder.CreateTable(
                name: "OpenContests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    QuizId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    BestCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Edges = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SecondsFloor = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstPrizes = table.Column<int>(type: "INTEGER", nullable: false),
                    SecondPrizes = table.Column<int>(type: "INTEGER", nullable: false),
                    ThirdPrizes = table.Column<int>(type: "INTEGER", nullable: false),
                    FrozenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenContests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpenContests_ArrangedQuizzes_QuizId",
                        column: x => x.QuizId,
                        principalTable: "ArrangedQuizzes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OpenContests_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SpeechContests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Theme = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    EntriesUntil = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Criteria = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    DropFrom = table.Column<int>(type: "INTEGER", nullable: false),
                    ExcludesOwnUnit = table.Column<bool>(type: "INTEGER", nullable: false),
                    FirstPrizes = table.Column<int>(type: "INTEGER", nullable: false),
                    SecondPrizes = table.Column<int>(type: "INTEGER", nullable: false),
                    ThirdPrizes = table.Column<int>(type: "INTEGER", nullable: false),
                    Standing = table.Column<int>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpeechContests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SpeechContests_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SpeechSheets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    JudgeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Turn = table.Column<int>(type: "INTEGER", nullable: false),
                    Scores = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    IsOwnUnit = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpeechSheets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "UnitListImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UploadedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    EffectiveDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Added = table.Column<int>(type: "INTEGER", nullable: false),
                    Changed = table.Column<int>(type: "INTEGER", nullable: false),
                    NotWritten = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitListImports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SpeechEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    MediaHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpeechEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SpeechEntries_SpeechContests_ContestId",
                        column: x => x.ContestId,
                        principalTable: "SpeechContests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SpeechJudges",
                columns: table => new
                {
                    ContestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AddedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpeechJudges", x => new { x.ContestId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_SpeechJudges_SpeechContests_ContestId",
                        column: x => x.ContestId,
                        principalTable: "SpeechContests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ContestAwards_ContestId_PersonId",
                table: "ContestAwards",
                columns: new[] { "ContestId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ContestEntries_ContestId_Kind_Seat_Item",
                table: "ContestEntries",
                columns: new[] { "ContestId", "Kind", "Seat", "Item" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ContestKeys_ContestId",
                table: "ContestKeys",
                column: "ContestId");

            migrationBuilder.CreateIndex(
                name: "IX_Contests_Code",
                table: "Contests",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Contests_OrganizationId",
                table: "Contests",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_ContestSeats_ContestId_PersonId",
                table: "ContestSeats",
                columns: new[] { "ContestId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ContestSeats_ContestId_Place",
                table: "ContestSeats",
                columns: new[] { "ContestId", "Place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ContestSeats_PersonId",
                table: "ContestSeats",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_OpenContests_OrganizationId",
                table: "OpenContests",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_OpenContests_QuizId",
                table: "OpenContests",
                column: "QuizId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OpenContests_Slug",
                table: "OpenContests",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SpeechContests_Code",
                table: "SpeechContests",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SpeechContests_OrganizationId",
                table: "SpeechContests",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_SpeechEntries_ContestId_Number",
                table: "SpeechEntries",
                columns: new[] { "ContestId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SpeechEntries_ContestId_PersonId",
                table: "SpeechEntries",
                columns: new[] { "ContestId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SpeechJudges_PersonId",
                table: "SpeechJudges",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_SpeechSheets_EntryId_JudgeId_Turn",
                table: "SpeechSheets",
                columns: new[] { "EntryId", "JudgeId", "Turn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UnitListImports_Number",
                table: "UnitListImports",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UnitListImports_OrganizationId",
                table: "UnitListImports",
                column: "OrganizationId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ContestAwards");

            migrationBuilder.DropTable(
                name: "ContestEntries");

            migrationBuilder.DropTable(
                name: "ContestItems");

            migrationBuilder.DropTable(
                name: "ContestKeys");

            migrationBuilder.DropTable(
                name: "Contests");

            migrationBuilder.DropTable(
                name: "ContestSeats");

            migrationBuilder.DropTable(
                name: "FrozenRankings");

            migrationBuilder.DropTable(
                name: "OpenContests");

            migrationBuilder.DropTable(
                name: "SpeechEntries");

            migrationBuilder.DropTable(
                name: "SpeechJudges");

            migrationBuilder.DropTable(
                name: "SpeechSheets");

            migrationBuilder.DropTable(
                name: "UnitListImports");

            migrationBuilder.DropTable(
                name: "SpeechContests");

            migrationBuilder.DropColumn(
                name: "IncludesOthers",
                table: "BatchPlans");
        }
    }
}
