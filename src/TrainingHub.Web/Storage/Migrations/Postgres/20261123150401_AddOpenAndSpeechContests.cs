using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrainingHub.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddOpenAndSpeechContests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ContestAwards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ContestId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Level = table.Column<int>(type: "integer", nullable: false),
                    Rank = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContestAwards", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FrozenRankings",
                columns: table => new
                {
                    ContestId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FrozenRankings", x => x.ContestId);
                });

            migrationBuilder.CreateTable(
                name: "OpenContests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    QuizId = table.Column<Guid>(type: "uuid", nullable: false),
                    Slug = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    BestCount = table.Column<int>(type: "integer", nullable: false),
                    Edges = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    SecondsFloor = table.Column<int>(type: "integer", nullable: false),
                    FirstPrizes = table.Column<int>(type: "integer", nullable: false),
                    SecondPrizes = table.Column<int>(type: "integer", nullable: false),
                    ThirdPrizes = table.Column<int>(type: "integer", nullable: false),
                    FrozenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Theme = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    EntriesUntil = table.Column<DateOnly>(type: "date", nullable: false),
                    Criteria = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    DropFrom = table.Column<int>(type: "integer", nullable: false),
                    ExcludesOwnUnit = table.Column<bool>(type: "boolean", nullable: false),
                    FirstPrizes = table.Column<int>(type: "integer", nullable: false),
                    SecondPrizes = table.Column<int>(type: "integer", nullable: false),
                    ThirdPrizes = table.Column<int>(type: "integer", nullable: false),
                    Standing = table.Column<int>(type: "integer", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    JudgeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Turn = table.Column<int>(type: "integer", nullable: false),
                    Scores = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Comment = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    IsOwnUnit = table.Column<bool>(type: "boolean", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpeechSheets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SpeechEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ContestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Text = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    MediaHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
                    ContestId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AddedBy = table.Column<Guid>(type: "uuid", nullable: false)
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ContestAwards");

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
                name: "SpeechContests");
        }
    }
}
