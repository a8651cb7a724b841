using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrainingHub.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddBank : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "BankFolders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ParentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankFolders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BankFolders_BankFolders_ParentId",
                        column: x => x.ParentId,
                        principalTable: "BankFolders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BankFolders_Organizations_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BankJobs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Which = table.Column<string>(type: "TEXT", maxLength: 16000, nullable: false),
                    Change = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    Total = table.Column<int>(type: "INTEGER", nullable: false),
                    LastId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Done = table.Column<int>(type: "INTEGER", nullable: false),
                    Changed = table.Column<int>(type: "INTEGER", nullable: false),
                    Refused = table.Column<int>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IsStopped = table.Column<bool>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankJobs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "QuestionStatistics",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Times = table.Column<int>(type: "INTEGER", nullable: false),
                    Answered = table.Column<int>(type: "INTEGER", nullable: false),
                    Right = table.Column<int>(type: "INTEGER", nullable: false),
                    ItemSum = table.Column<long>(type: "INTEGER", nullable: false),
                    ItemSquares = table.Column<long>(type: "INTEGER", nullable: false),
                    RestSum = table.Column<long>(type: "INTEGER", nullable: false),
                    RestSquares = table.Column<long>(type: "INTEGER", nullable: false),
                    Products = table.Column<long>(type: "INTEGER", nullable: false),
                    Options = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Durations = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Facility = table.Column<int>(type: "INTEGER", nullable: false),
                    Discrimination = table.Column<int>(type: "INTEGER", nullable: true),
                    MedianSeconds = table.Column<int>(type: "INTEGER", nullable: true),
                    Attention = table.Column<int>(type: "INTEGER", nullable: false),
                    CountedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionStatistics", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "StatisticsCursor",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatisticsCursor", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "UncountedAttempts",
                columns: table => new
                {
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UncountedAttempts", x => x.AttemptId);
                });

            migrationBuilder.CreateTable(
                name: "BankQuestions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FolderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    QuestionId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    PublishedHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    PublishedNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Use = table.Column<int>(type: "INTEGER", nullable: false),
                    Difficulty = table.Column<int>(type: "INTEGER", nullable: false),
                    StandardSlug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Edition = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ClauseNumber = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Attention = table.Column<int>(type: "INTEGER", nullable: false),
                    WrittenBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankQuestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BankQuestions_BankFolders_FolderId",
                        column: x => x.FolderId,
                        principalTable: "BankFolders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BankQuestions_Organizations_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BankQuestionVersions",
                columns: table => new
                {
                    BankQuestionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WrittenBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankQuestionVersions", x => new { x.BankQuestionId, x.Number });
                    table.ForeignKey(
                        name: "FK_BankQuestionVersions_BankQuestions_BankQuestionId",
                        column: x => x.BankQuestionId,
                        principalTable: "BankQuestions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BankTags",
                columns: table => new
                {
                    BankQuestionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankTags", x => new { x.BankQuestionId, x.Kind, x.Name });
                    table.ForeignKey(
                        name: "FK_BankTags_BankQuestions_BankQuestionId",
                        column: x => x.BankQuestionId,
                        principalTable: "BankQuestions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BankFolders_OwnerId",
                table: "BankFolders",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_BankFolders_ParentId",
                table: "BankFolders",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_BankJobs_EndedAt",
                table: "BankJobs",
                column: "EndedAt");

            migrationBuilder.CreateIndex(
                name: "IX_BankJobs_StartedBy",
                table: "BankJobs",
                column: "StartedBy");

            migrationBuilder.CreateIndex(
                name: "IX_BankQuestions_FolderId",
                table: "BankQuestions",
                column: "FolderId");

            migrationBuilder.CreateIndex(
                name: "IX_BankQuestions_Hash",
                table: "BankQuestions",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_BankQuestions_OwnerId_Fingerprint",
                table: "BankQuestions",
                columns: new[] { "OwnerId", "Fingerprint" });

            migrationBuilder.CreateIndex(
                name: "IX_BankQuestions_OwnerId_UpdatedAt",
                table: "BankQuestions",
                columns: new[] { "OwnerId", "UpdatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_BankQuestions_PublishedHash",
                table: "BankQuestions",
                column: "PublishedHash");

            migrationBuilder.CreateIndex(
                name: "IX_BankQuestions_QuestionId",
                table: "BankQuestions",
                column: "QuestionId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BankQuestions_StandardSlug_Edition_ClauseNumber",
                table: "BankQuestions",
                columns: new[] { "StandardSlug", "Edition", "ClauseNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_BankQuestions_UpdatedAt",
                table: "BankQuestions",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_BankTags_Name_Kind",
                table: "BankTags",
                columns: new[] { "Name", "Kind" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BankJobs");

            migrationBuilder.DropTable(
                name: "BankQuestionVersions");

            migrationBuilder.DropTable(
                name: "BankTags");

            migrationBuilder.DropTable(
                name: "QuestionStatistics");

            migrationBuilder.DropTable(
                name: "StatisticsCursor");

            migrationBuilder.DropTable(
                name: "UncountedAttempts");

            migrationBuilder.DropTable(
                name: "BankQuestions");

            migrationBuilder.DropTable(
                name: "BankFolders");
        }
    }
}
